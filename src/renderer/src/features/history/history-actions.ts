import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'
import { loadRuns } from '../../stores/load.ts'
import { createRunStore } from '../../stores/run-store.ts'
import { showAfresh } from '../../stores/view-store.ts'

const { history } = text.window

export function askToDelete(desk: Desk, runId: string): void {
  desk.history.setState({ deleting: runId })
  desk.view.setState({ dialog: 'delete-run' })
}

/** Deletes the run that was asked about; the keyboard goes on at its neighbour. */
export async function deleteRun(desk: Desk, runId: string, name: string): Promise<void> {
  const next = neighbourOf(desk, runId)
  const answer = await ask(desk, 'run', 'run:delete', { runId })
  if (!answer.ok) return
  if (desk.run.getState().state?.runId === runId) leaveRun(desk)
  // From now on nothing says that the list was run: it can be edited again.
  if (desk.list.getState().runId === runId) desk.list.setState({ runId: undefined })
  await loadRuns(desk)
  desk.history.setState({ run: next === undefined ? undefined : { id: next, focus: true } })
  announce(desk.live, history.remove.deleted(name))
}

function neighbourOf(desk: Desk, runId: string): string | undefined {
  const { runs = [], unreadable = [] } = desk.history.getState().disk.value ?? {}
  const ids = [...runs, ...unreadable].map((one) => one.runId)
  const index = ids.indexOf(runId)
  return ids[index + 1] ?? ids[index - 1]
}

/** The run in view is gone: the page of phones shows the list again. */
function leaveRun(desk: Desk): void {
  desk.run.setState(createRunStore().getInitialState(), true)
  if (desk.view.getState().shown === 'run') showAfresh(desk.view, 'list')
}
