import { useEffect, useState } from 'react'

const shownForMs = 2000

/** Something that is so for a moment only; the function begins it, or ends it at once. */
export function useShortly(): readonly [boolean, (is: boolean) => void] {
  const [is, setIs] = useState(false)
  useEffect(() => {
    if (!is) return
    const timer = setTimeout(() => setIs(false), shownForMs)
    return () => clearTimeout(timer)
  }, [is])
  return [is, setIs]
}
