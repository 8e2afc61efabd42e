const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** The local day and time of an ISO 8601 moment: `21 Nov 2026, 09:04`. Empty for what is no moment. */
export function dayAndTime(at: string | undefined): string {
  const moment = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(moment) ? '' : format.format(moment)
}
