import type { RowStatus } from './phones/row.ts'

/** How a status feels, whatever its colour is in a theme. */
export type Tone = 'good' | 'bad' | 'careful' | 'moving' | 'quiet'

export const toneOf: Record<RowStatus, Tone> = {
  ready: 'quiet',
  warning: 'careful',
  error: 'bad',
  queued: 'quiet',
  submitting: 'moving',
  'signing in': 'moving',
  'signed in': 'good',
  failed: 'bad',
  unknown: 'careful',
  'not sent': 'careful',
  'left out': 'quiet',
}
