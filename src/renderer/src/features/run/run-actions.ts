import type { Confirmation, ExportKind } from '../../../../shared/ipc.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk, invoke, tell } from '../../stores/desk.ts'
import { takeEvents } from '../../stores/open-desk.ts'
import { showAfresh } from '../../stores/view-store.ts'
import { isUnderWay } from './standing.ts'

/** Starts what was confirmed. Answers whether it began; from then on the list cannot be edited. */
export async function startRun(desk: Desk, confirmed: Confirmation): Promise<boolean> {
  const { sheet, region } = desk.list.getState()
  if (!sheet) return false
  const answer = await ask(desk, 'run', 'run:start', { sheet, region, confirmed })
  if (answer.ok && desk.list.getState().sheet === sheet) desk.list.setState({ runId: answer.value.runId })
  return answer.ok
}

/** Signs the failed phones of the shown run in again, as a new run. */
export async function retryFailed(desk: Desk, confirmed: Confirmation): Promise<boolean> {
  const run = desk.run.getState().state
  if (!run) return false
  const answer = await ask(desk, 'run', 'run:retry-failed', { runId: run.runId, confirmed })
  return answer.ok
}

export async function stopWatching(desk: Desk): Promise<void> {
  await ask(desk, 'run', 'run:stop-watching', undefined)
}

/** Brings a run of this disk onto the page of phones, as far as it got. Answers whether it is there. */
export async function openRun(desk: Desk, runId: string): Promise<boolean> {
  if (desk.run.getState().state?.runId !== runId) {
    const opened = await ask(desk, 'run', 'run:open', { runId })
    if (!opened.ok) return false
    // Its events are pushed as well, a little later.
    const events = await ask(desk, 'run', 'run:current', undefined)
    if (!events.ok) return false
    takeEvents(desk, events.value)
  }
  showAfresh(desk.view, 'run')
  desk.view.setState({ page: 'phones' })
  return desk.run.getState().state?.runId === runId
}

/** Takes a run of this disk up where it stopped. What it would still submit is asked about first. */
export async function resumeRun(desk: Desk, runId: string): Promise<void> {
  if (!(await openRun(desk, runId))) return
  const { state } = desk.run.getState()
  const { session } = desk.session.getState()
  if (!state) return
  const submission = stillToSubmit(state)
  // In another tenant main refuses it, and says where it belongs.
  const isHere = session?.kind === 'signed-in' && session.tenant.id === state.tenant.id
  if (submission.batches > 0 && isHere) desk.view.setState({ dialog: 'resume' })
  else await goOn(desk, { tenantId: state.tenant.id, ...submission })
}

/** Watches the shown run again, and submits what was confirmed. */
export async function goOn(desk: Desk, confirmed: Confirmation): Promise<boolean> {
  const { state } = desk.run.getState()
  if (!state) return false
  const answer = await ask(desk, 'run', 'run:resume', { runId: state.runId, confirmed })
  return answer.ok
}

/** Asks the service at once instead of at the next turn. */
export async function lookNow(desk: Desk): Promise<void> {
  await ask(desk, 'run', 'run:look-now', undefined)
}

/** The network is back. Nobody asked for a look, so nobody is told how it went. */
export async function lookSinceOnline(desk: Desk): Promise<void> {
  if (isUnderWay(desk.run.getState().state)) await invoke(desk, 'run:look-now', undefined)
}

/** Saves the shown run as a file and says where. */
export async function exportRun(desk: Desk, kind: ExportKind): Promise<void> {
  const { state } = desk.run.getState()
  if (!state) return
  const answer = await ask(desk, 'export', 'run:export', { runId: state.runId, kind })
  if (!answer.ok || answer.value === undefined) return
  tell(desk, 'export', 'success', { message: text.window.run.exported(answer.value) })
}
