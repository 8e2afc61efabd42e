const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** The local time of an ISO 8601 moment, as a clock shows it: `09:04:12`. Empty for what is no moment. */
export function timeOfDay(at: string | undefined): string {
  const moment = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(moment) ? '' : format.format(moment)
}
