// As the person's system writes dates.
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** The local date and time of an ISO 8601 moment. Empty for what is no moment. */
export function dateAndTime(at: string | undefined): string {
  const moment = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(moment) ? '' : format.format(moment)
}
