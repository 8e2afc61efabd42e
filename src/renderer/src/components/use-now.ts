import { useEffect, useState } from 'react'

/** Milliseconds since the epoch, once a second (or in `everyMs`) while it matters. */
export function useNow(isTicking: boolean, everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!isTicking) return
    const timer = setTimeout(() => setNow(Date.now()), everyMs - (Date.now() % everyMs))
    return () => clearTimeout(timer)
  })
  return now
}
