import { useEffect } from 'react'
import { useDesk } from '../../stores/desk-context.tsx'
import { lookSinceOnline } from './run-actions.ts'

/** Looks at the run at once when the network is back. */
export function useOnline(): void {
  const desk = useDesk()
  useEffect(() => {
    const onOnline = (): void => void lookSinceOnline(desk)
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [desk])
}
