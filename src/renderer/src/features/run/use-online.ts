import { useEffect } from 'react'
import { useStores } from '../../stores/stores-context.tsx'
import { lookSinceOnline } from './run-actions.ts'

/** Looks at the run at once when the network is back. */
export function useOnline(): void {
  const stores = useStores()
  useEffect(() => {
    const onOnline = (): void => void lookSinceOnline(stores)
    window.addEventListener('online', onOnline)
    return () => window.removeEventListener('online', onOnline)
  }, [stores])
}
