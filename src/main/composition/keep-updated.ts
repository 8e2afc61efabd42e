import type { App } from 'electron'
import type { Runs } from '../../core/run/runs.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { createUpdates, type Updates, type UpdatesOptions } from '../updates/updates.ts'

/**
 * Updates of this app, which give way to its runs. The app installs only when it quits normally, so anything that keeps it
 * from quitting keeps it from installing, too.
 */
export function keepUpdated(
  options: Omit<UpdatesOptions, 'isDuringRun' | 'quit'> & {
    readonly app: Pick<App, 'quit'> & QuitEvents
    readonly runs: Pick<Runs, 'isBusy' | 'state' | 'subscribe'>
  },
): Updates {
  const { app, runs } = options
  const updates = createUpdates({
    ...options,
    isDuringRun: () => runs.isBusy() || wasWatchedToTheEnd(runs.state()),
    quit: () => app.quit(),
  })
  runs.subscribe(({ type }, when) => {
    if (when === 'now' && (type === 'RunStarted' || type === 'WatchResumed')) updates.runBegan()
  })
  app.on('quit', (_, exitCode) => {
    if (exitCode === 0) updates.atQuit()
  })
  return updates
}

type QuitEvents = { on(event: 'quit', listener: (event: unknown, exitCode: number) => void): unknown }

/** Whether a run is watched, or was when the app was closed: its operator will want to watch it again. */
function wasWatchedToTheEnd(state: RunState | undefined): boolean {
  const watching = state?.watching
  return watching?.kind === 'watching' || (watching?.kind === 'stopped' && watching.reason === 'closing')
}
