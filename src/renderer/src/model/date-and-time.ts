import { text } from '../../../shared/text/index.ts'

// As the person's system writes dates.
const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' })
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' })
const days = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' })

/** The local date and time of an ISO 8601 moment. Empty for what is no moment. */
export function dateAndTime(at: string | undefined): string {
  return written(at, format)
}

/** The same, but `today 13:47` for a moment of the day that `now` (ms since the epoch) is in. */
export function dayAndTime(at: string, now: number): string {
  return day(at) === day(new Date(now).toISOString())
    ? text.window.table.today(clock.format(Date.parse(at)))
    : dateAndTime(at)
}

/** The same to the second, for moments that are to be compared; as it came what is no moment. */
export function toTheSecond(at: string): string {
  return written(at, exact) || at
}

/** The local day of an ISO 8601 moment, with its weekday. Empty for what is no moment. */
export function day(at: string | undefined): string {
  return written(at, days)
}

function written(at: string | undefined, as: Intl.DateTimeFormat): string {
  const moment = at === undefined ? Number.NaN : Date.parse(at)
  return Number.isNaN(moment) ? '' : as.format(moment)
}
