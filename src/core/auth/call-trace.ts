import type { Trouble } from './diagnose.ts'
import type { Refusal } from './refusal.ts'

/**
 * The findings of the calls of one sign-in or renewal. MSAL drops most of them or turns them into `network_error`, so
 * this trace keeps them.
 */
export type CallTrace = {
  /** How the last call ended. */
  last:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'answered' }
    | { readonly kind: 'trouble'; readonly trouble: Trouble }
    | { readonly kind: 'refused'; readonly refusal: Refusal; readonly status: number }
  /** How far this computer's clock is ahead of the authority's, in ms, by the last answer with a date. */
  aheadMs: number | undefined
}

export const startCallTrace = (): CallTrace => ({ last: { kind: 'nothing' }, aheadMs: undefined })
