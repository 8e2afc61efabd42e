import { useEffect } from 'react'
import { announcement, type Said } from '../../model/run/progress-announcement.ts'
import { announce } from '../../stores/live-store.ts'
import { useStores } from '../../stores/stores-context.tsx'

/** Says how the run goes, at sensible intervals, whatever page is shown. */
export function useProgressAnnouncements(): void {
  const stores = useStores()
  useEffect(() => {
    // A run that is known when the window opens is followed from now on.
    let last: Said | undefined = stores.run.getState().state && { words: '', at: Date.now() }
    return stores.run.subscribe(({ state }, before) => {
      if (!state) return
      if (state.runId !== before.state?.runId) last = { words: '', at: Date.now() }
      const isPast = stores.history.getState().opening === state.runId
      const words = announcement(state, Date.now(), last)
      if (words === undefined) return
      last = { words, at: Date.now() }
      if (!isPast) announce(stores.live, words)
    })
  }, [stores])
}
