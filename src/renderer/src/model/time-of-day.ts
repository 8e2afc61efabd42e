import { exactClockTime } from '../../../shared/text/moment.ts'

/** The local time of an ISO 8601 moment, as a clock shows it: `09:04:12`. Empty for what is no moment. */
export const timeOfDay = (at: string | undefined): string =>
  at === undefined || Number.isNaN(Date.parse(at)) ? '' : exactClockTime(at)
