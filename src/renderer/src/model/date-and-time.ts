import { text } from '../../../shared/text/index.ts'
import { clockTime, exactMoment, moment, day as written } from '../../../shared/text/moment.ts'

/** The local date and time of an ISO 8601 moment. Empty for what is no moment. */
export const dateAndTime = (at: string | undefined): string => (isMoment(at) ? moment(at) : '')

/** The same, but `today 13:47` for a moment of the day that `now` (ms since the epoch) is in. */
export const dayAndTime = (at: string, now: number): string =>
  day(at) === written(now) ? text.window.table.today(clockTime(at)) : dateAndTime(at)

/** The same to the second, for moments that are to be compared; as it came what is no moment. */
export const toTheSecond = (at: string): string => (isMoment(at) ? exactMoment(at) : at)

/** The local day of an ISO 8601 moment, with its weekday. Empty for what is no moment. */
export const day = (at: string | undefined): string => (isMoment(at) ? written(at) : '')

const isMoment = (at: string | undefined): at is string => at !== undefined && !Number.isNaN(Date.parse(at))
