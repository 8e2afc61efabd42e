import { currentLocale } from './locale.ts'
import { count } from './plural.ts'

/** An estimated time (ms) as people say it, no more exactly than it is known: `7 min`, `30 min`, `1 h 15 min`. */
export function roughly(ms: number): string {
  const exact = ms / 60_000
  const step = exact < 10 ? 1 : exact < 60 ? 5 : 15
  const minutes = Math.max(1, Math.round(exact / step) * step)
  const hours = Math.floor(minutes / 60)
  const locale = currentLocale()
  if (hours === 0) return locale.minutes(count(minutes))
  return minutes % 60 === 0
    ? locale.hours(count(hours))
    : locale.hoursAndMinutes(count(hours), count(minutes % 60))
}
