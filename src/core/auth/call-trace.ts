import type { Trouble } from './diagnose.ts'
import type { Refusal } from './refusal.ts'

/**
 * What the calls of one sign-in or renewal showed. MSAL turns most of it into `network_error` or drops it, so
 * it is kept beside MSAL.
 */
export type CallTrace = {
  /** How the last call ended. */
  last:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'answered' }
    | { readonly kind: 'trouble'; readonly trouble: Trouble }
    | { readonly kind: 'refused'; readonly refusal: Refusal; readonly status: number }
  /** How far this computer's clock is ahead of the authority's, in ms, by the last answer that said. */
  aheadMs: number | undefined
}

export const startCallTrace = (): CallTrace => ({ last: { kind: 'nothing' }, aheadMs: undefined })
