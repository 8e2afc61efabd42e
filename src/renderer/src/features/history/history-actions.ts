import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk, tell } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'
import { takeEvents } from '../../stores/open-desk.ts'
import { createRunStore } from '../../stores/run-store.ts'
import { showAfresh } from '../../stores/view-store.ts'
import { stripWords } from '../run/strip-words.ts'
import { loadRuns } from './load.ts'
import { runName } from './run-name.ts'

const { history } = text.window

/** Shows a run of this disk on the page of phones, where it can be exported, retried or watched again. */
export async function openRun(desk: Desk, run: PastRun): Promise<void> {
  if (desk.history.getState().opening !== undefined) return
  desk.history.setState({ opening: run.runId })
  const isShown = isKnown(desk, run) || (await fetchRun(desk, run.runId))
  desk.history.setState({ opening: undefined })
  const { state } = desk.run.getState()
  if (!isShown || state?.runId !== run.runId) return
  showAfresh(desk.view, 'run')
  desk.view.setState({ page: 'phones' })
  announce(desk.live, history.shown(runName(run), stripWords(state).title))
}

/** The window may know more of the run than the disk does, which can be full. */
function isKnown(desk: Desk, { runId, lastEventAt }: PastRun): boolean {
  const { state } = desk.run.getState()
  return state?.runId === runId && state.lastEventAt >= lastEventAt
}

async function fetchRun(desk: Desk, runId: string): Promise<boolean> {
  const opened = await ask(desk, 'run', 'run:open', { runId })
  if (!opened.ok) return false
  // Its events are being pushed, a moment later and in parts; asked for, they come at once and whole.
  const events = await ask(desk, 'run', 'run:current', undefined)
  if (events.ok) takeEvents(desk, events.value)
  return events.ok
}

/** Saves the results of a run, shown or not, and says where. */
export async function exportPastRun(desk: Desk, runId: string): Promise<void> {
  const answer = await ask(desk, 'export', 'run:export', { runId, kind: 'results' })
  if (!answer.ok || answer.value === undefined) return
  tell(desk, 'export', 'success', { message: text.window.run.exported(answer.value) })
}

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
