import { currentLocale } from './locale.ts'
import { count } from './plural.ts'

/** Elapsed time as people read it: `12 s`, `4 min 12 s`, `1 h 2 min`. */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const minutes = Math.floor(seconds / 60)
  const hours = Math.floor(minutes / 60)
  const locale = currentLocale()
  if (hours > 0) return locale.hoursAndMinutes(count(hours), count(minutes % 60))
  return minutes > 0
    ? locale.minutesAndSeconds(count(minutes), count(seconds % 60))
    : locale.seconds(count(seconds))
}
