import { useEffect } from 'react'
import { announcement, type Said } from '../../model/run/progress-announcement.ts'
import { useDesk } from '../../stores/desk-context.tsx'
import { announce } from '../../stores/live-store.ts'

/** Says how the run goes, at sensible intervals, whatever page is shown. */
export function useProgressAnnouncements(): void {
  const desk = useDesk()
  useEffect(() => {
    let last: Said | undefined
    return desk.run.subscribe(({ state }, before) => {
      if (!state) return
      if (state.runId !== before.state?.runId) last = { words: '', at: Date.now() }
      const isPast = desk.history.getState().opening === state.runId
      const words = announcement(state, Date.now(), last)
      if (words === undefined) return
      last = { words, at: Date.now() }
      if (!isPast) announce(desk.live, words)
    })
  }, [desk])
}
