import type { SignInFailure } from '../../../../shared/auth/sign-in-failure.ts'
import { text } from '../../../../shared/text/index.ts'

const { failure: words } = text.window.session

export type Detail = { readonly name: string; readonly value: string }

/** What Microsoft support asks for. The time is as the sign-in logs have it: UTC, to the second. */
export function failureDetails({ code, correlationId, at, said }: SignInFailure): readonly Detail[] {
  return [
    { name: words.code, value: code ?? '' },
    { name: words.correlationId, value: correlationId ?? '' },
    { name: words.at, value: inUtc(at) },
    { name: words.said, value: said ?? '' },
  ].filter(({ value }) => value !== '')
}

/** The failure for a mail or a ticket. */
export const failureAsText = (failure: SignInFailure): string =>
  [
    `${failure.message} ${failure.remedy}`,
    ...failureDetails(failure).map(({ name, value }) => `${name}: ${value}`),
    '',
  ].join('\r\n')

const inUtc = (at: string): string =>
  Number.isNaN(Date.parse(at))
    ? at
    : `${new Date(at)
        .toISOString()
        .replace('T', ' ')
        .replace(/\.\d+Z$/, '')} UTC`
