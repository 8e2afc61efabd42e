import { text } from '../text/index.ts'
import type { AccountCheck, Judged, TenantCheck } from './readiness.ts'

/** The sentence of a check: what was read and what to do. A value in it comes from the tenant, as it is. */
export const accountCheckWords = (judged: Judged<AccountCheck>): string =>
  sentence(judged, text.readiness.account[judged.check])

export const tenantCheckWords = (judged: Judged<TenantCheck>): string =>
  sentence(judged, text.readiness.tenant[judged.check])

type Words = {
  readonly ready: (value: string, isNoted: boolean) => string
  readonly fails: (value: string) => string
  readonly unread: string
}

function sentence({ status, why, value = '', note }: Judged<string>, words: Words): string {
  switch (status) {
    case 'ready':
      return words.ready(value, note !== undefined)
    case 'fails':
    case 'may-fail':
      return words.fails(value)
    case 'unread':
      return text.readiness.unread(words.unread, text.readiness.why[why ?? 'absent'])
  }
}
