import { inLocale } from './locale.ts'

const format = inLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }))
const exact = inLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'medium' }))
const days = inLocale((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'full' }))
const clock = inLocale((tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit' }))
const exactClock = inLocale(
  (tag) => new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', second: '2-digit' }),
)

/** An ISO 8601 moment, a date, or milliseconds since the epoch. */
type Moment = string | Date | number

/** Local date and time: 28 Nov 2026, 13:47. */
export const moment = (at: Moment): string => format().format(new Date(at))

/** The same to the second, for moments that are compared: 28 Nov 2026, 13:47:05. */
export const exactMoment = (at: Moment): string => exact().format(new Date(at))

/** A local day: Saturday 28 November 2026. */
export const day = (at: Moment): string => days().format(new Date(at))

/** Local time: 13:47. */
export const clockTime = (at: Moment): string => clock().format(new Date(at))

/** Local time to the second: 13:47:05. */
export const exactClockTime = (at: Moment): string => exactClock().format(new Date(at))
