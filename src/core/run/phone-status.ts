import type { PhoneReport } from '../../shared/run/events.ts'

/** `success` and `failed` are the values seen (the original tool's script); any other is in progress. */
export function phoneStatus(said: string): PhoneReport['status'] {
  switch (said.trim().toLowerCase()) {
    case 'success':
      return 'signed in'
    case 'failed':
      return 'failed'
    default:
      return 'signing in'
  }
}
