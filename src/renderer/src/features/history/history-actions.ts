import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { forgetListRun } from '../../stores/list-runs.ts'
import { announce } from '../../stores/live-store.ts'
import { loadRuns } from '../../stores/load-runs.ts'
import { createRunStore } from '../../stores/run-store.ts'
import { showAfresh } from '../../stores/view-store.ts'

const history = text.window.history

export function askToDelete(stores: AppStores, runId: string): void {
  stores.history.setState({ deleting: runId })
  stores.view.setState({ dialog: 'delete-run' })
}

/** Deletes the run that was asked about; the keyboard goes on at its neighbour. */
export async function deleteRun(stores: AppStores, runId: string, name: string): Promise<void> {
  const next = neighbourOf(stores, runId)
  const answer = await ask(stores, 'run', 'run:delete', { runId })
  if (!answer.ok) return
  if (stores.run.getState().state?.runId === runId) leaveRun(stores)
  // From now on nothing says that the list was run: it can be edited again.
  forgetListRun(stores, runId)
  await loadRuns(stores)
  stores.history.setState({ run: next === undefined ? undefined : { id: next, focus: true } })
  announce(stores.live, history.remove.deleted(name))
}

function neighbourOf(stores: AppStores, runId: string): string | undefined {
  const { runs = [], unreadable = [] } = stores.history.getState().disk.value ?? {}
  const ids = [...runs, ...unreadable].map((one) => one.runId)
  const index = ids.indexOf(runId)
  return ids[index + 1] ?? ids[index - 1]
}

/** The run in view is gone: the page of phones shows the list again. */
function leaveRun(stores: AppStores): void {
  stores.run.setState(createRunStore().getInitialState(), true)
  if (stores.view.getState().shown === 'run') showAfresh(stores.view, 'list')
}
