import type { RunEvent, RunStarted } from '../../../shared/run/events.ts'
import { text } from '../../../shared/text/index.ts'
import { withLearnedBatches } from '../model/history/learned-batches.ts'
import { failedPhones } from '../model/run/standing.ts'
import type { AppStores } from './app-stores.ts'
import { followListRun } from './list-runs.ts'
import { announce } from './live-store.ts'
import { loadRuns } from './load-runs.ts'
import { dismiss } from './notice-store.ts'
import { receiveEvents } from './receive-events.ts'
import { showAfresh } from './view-store.ts'

/**
 * Applies events to the run in view, or to another one that replaces it. Answers a start that the window did not know of;
 * a start that the window asked for is no news.
 */
export function takeEvents(stores: AppStores, events: readonly RunEvent[]): RunStarted | undefined {
  const fresh = receiveEvents(stores.run, events)
  if (fresh.length > 0) followListRun(stores)
  if (fresh.some(changesHistory)) void loadRuns(stores)
  else learnBatches(stores, fresh)
  const started = fresh.find((event) => event.type === 'RunStarted')
  if (started) {
    // Messages about another run, or about saving it, no longer apply.
    for (const about of ['run', 'export'] as const) dismiss(stores.notices, about)
    showAfresh(stores.view, 'run')
  }
  if (fresh.some(({ type }) => type === 'RunFinished')) openOnFailures(stores)
  return started
}

/** A run is over and phones failed: the panel opens on the reasons, unless somebody reads something else in it. */
function openOnFailures({ run, view }: AppStores): void {
  const { panel, cursor } = view.getState()
  const isRead = panel.open && (panel.tab !== 'details' || cursor !== undefined)
  if (!isRead && failedPhones(run.getState().state) > 0)
    view.setState({ panel: { open: true, tab: 'failures' } })
}

/** Takes over what main pushes, and says that a run has started. */
export function hearEvents(stores: AppStores, events: readonly RunEvent[]): void {
  const started = takeEvents(stores, events)
  // It is no news that a run of the past has started.
  if (!started || stores.history.getState().opening === started.runId) return
  const { phones, batches } = started
  announce(stores.live, text.window.run.announce.started(phones.length, batches.length))
}

function learnBatches({ history, run }: AppStores, fresh: readonly RunEvent[]): void {
  const { disk } = history.getState()
  // A read of the disk at this moment gets the run as it is then.
  if (!disk.value || disk.loading) return
  const value = withLearnedBatches(disk.value, run.getState().state?.runId, fresh)
  if (value !== disk.value) history.setState({ disk: { ...disk, value } })
}

/** Whether a run begins or ceases to be watched by it. */
const changesHistory = (event: RunEvent): boolean =>
  event.type === 'RunStarted' ||
  event.type === 'WatchStopped' ||
  event.type === 'RunFinished' ||
  (event.type === 'WatchResumed' && event.batch === undefined)
