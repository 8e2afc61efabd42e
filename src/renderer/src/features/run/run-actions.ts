import type { Confirmation, ExportKind } from '../../../../shared/ipc.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk, tell } from '../../stores/desk.ts'

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

export async function watchAgain(desk: Desk): Promise<void> {
  const { state } = desk.run.getState()
  if (!state) return
  const confirmed = { tenantId: state.tenant.id, ...stillToSubmit(state) }
  await ask(desk, 'run', 'run:resume', { runId: state.runId, confirmed })
}

/** Saves the shown run as a file and says where. */
export async function exportRun(desk: Desk, kind: ExportKind): Promise<void> {
  const { state } = desk.run.getState()
  if (!state) return
  const answer = await ask(desk, 'export', 'run:export', { runId: state.runId, kind })
  if (!answer.ok || answer.value === undefined) return
  tell(desk, 'export', 'success', { message: text.window.run.exported(answer.value) })
}
