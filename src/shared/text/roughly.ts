import { count } from './plural.ts'

/** An estimated time (ms) as people say it, no more exactly than it is known: `7 min`, `30 min`, `1 h 15 min`. */
export function roughly(ms: number): string {
  const exact = ms / 60_000
  const step = exact < 10 ? 1 : exact < 60 ? 5 : 15
  const minutes = Math.max(1, Math.round(exact / step) * step)
  const hours = Math.floor(minutes / 60)
  if (hours === 0) return `${minutes} min`
  return minutes % 60 === 0 ? `${count(hours)} h` : `${count(hours)} h ${minutes % 60} min`
}
