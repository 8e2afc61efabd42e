import { useEffect, useState } from 'react'

const shownForMs = 2000

/** A flag that stays true for a moment only; the function sets it, or clears it at once. */
export function useShortly(): readonly [boolean, (is: boolean) => void] {
  const [is, setIs] = useState(false)
  useEffect(() => {
    if (!is) return
    const timer = setTimeout(() => setIs(false), shownForMs)
    return () => clearTimeout(timer)
  }, [is])
  return [is, setIs]
}
