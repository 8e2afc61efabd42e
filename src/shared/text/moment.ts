/** The local date and time of an ISO 8601 moment: 28 Nov 2026, 13:47. */
export const moment = (iso: string): string =>
  new Date(iso).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
