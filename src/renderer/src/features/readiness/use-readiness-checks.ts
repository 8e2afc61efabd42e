import { useEffect } from 'react'
import { followSession } from '../../stores/follow-session.ts'
import { readInventoryByItself } from '../../stores/inventory-actions.ts'
import { askAboutFailed, checkByItself } from '../../stores/readiness-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'

/** Checks readiness by itself: of a list that is open, and of the phones that failed once a run has ended. */
export function useReadinessChecks(): void {
  const stores = useStores()
  useEffect(() => {
    const look = (): void => {
      followSession(stores)
      void checkByItself(stores)
      void readInventoryByItself(stores)
    }
    look()
    const ends = [
      stores.list.subscribe((list, before) => {
        if (list.sheet !== before.sheet) look()
      }),
      stores.session.subscribe((session, before) => {
        if (session.session !== before.session) look()
      }),
      stores.settings.subscribe((settings, before) => {
        if (settings.readiness !== before.readiness || settings.inventory !== before.inventory) look()
      }),
      stores.run.subscribe(({ state }, { state: before }) => {
        const hasEnded =
          state?.watching.kind === 'finished' &&
          before?.runId === state.runId &&
          before.watching.kind === 'watching'
        if (hasEnded && stores.settings.getState().readiness !== 'by-hand') void askAboutFailed(stores, false)
      }),
    ]
    return () => {
      for (const end of ends) end()
    }
  }, [stores])
}
