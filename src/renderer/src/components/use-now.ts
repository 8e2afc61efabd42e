import { useEffect, useState } from 'react'

/** Milliseconds since the epoch, once a second (or in `everyMs`) while it matters. */
export function useNow(isTicking: boolean, everyMs = 1000): number {
  const [now, setNow] = useState(() => Date.now())
  // One timer for as long as it ticks, however often its component is drawn meanwhile.
  useEffect(() => {
    if (!isTicking) return
    let timer: ReturnType<typeof setTimeout>
    const wait = (): void => {
      timer = setTimeout(
        () => {
          setNow(Date.now())
          wait()
        },
        everyMs - (Date.now() % everyMs),
      )
    }
    wait()
    return () => clearTimeout(timer)
  }, [isTicking, everyMs])
  return now
}
