import type { CacheEntry } from '../../main/auth/cache-document.ts'

/** Which of the stored accounts is meant; what is left out may be anything. */
export type Wanted = {
  readonly tenantId?: string
  readonly username?: string
  readonly clientId?: string
  /** Of several that fit, this one. */
  readonly rather?: string
}

export type Choice =
  | { readonly kind: 'one'; readonly entry: CacheEntry }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly entries: readonly CacheEntry[] }

/** The one that fits. Never a guess: several are for the person to choose from. */
export function chooseAccount(entries: readonly CacheEntry[], wanted: Wanted): Choice {
  const { tenantId, username, clientId, rather } = wanted
  const fitting = entries.filter(
    ({ account, clientId: its }) =>
      isSame(account.tenantId, tenantId) && isSame(account.username, username) && isSame(its, clientId),
  )
  const preferred = fitting.filter(({ account }) => rather !== undefined && isSame(account.username, rather))
  const [entry, another] = preferred.length > 0 ? preferred : fitting
  if (!entry) return { kind: 'none' }
  return another ? { kind: 'several', entries: fitting } : { kind: 'one', entry }
}

/** Microsoft compares usernames and IDs without case. */
export const isSame = (value: string, wanted: string | undefined): boolean =>
  wanted === undefined || value.toLowerCase() === wanted.toLowerCase()
