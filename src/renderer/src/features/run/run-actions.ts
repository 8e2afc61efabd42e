import type { ExportKind } from '../../../../shared/ipc.ts'
import type { Confirmation } from '../../../../shared/run/confirmation.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { runSummary } from '../../../../shared/run/summary.ts'
import { text } from '../../../../shared/text/index.ts'
import { holdIn } from '../../model/run/hold.ts'
import { leftOutWords, retryOf } from '../../model/run/retry.ts'
import { ask, type Desk, invoke, tell } from '../../stores/desk.ts'
import { loadRuns } from '../../stores/load.ts'
import { copy } from '../copy/clipboard.ts'
import { openRun } from './open-run.ts'

const { run: words } = text.window

/** Asks whether the phones of the open list are to be signed in. Other runs may have some, so the disk is looked at first. */
export async function askToStart(desk: Desk): Promise<void> {
  await loadRuns(desk)
  desk.view.setState({ dialog: 'start' })
}

/** Starts what was confirmed. Answers whether it began; from then on the list cannot be edited. */
export async function startRun(desk: Desk, confirmed: Confirmation): Promise<boolean> {
  const { sheet, region } = desk.list.getState()
  if (!sheet) return false
  const answer = await ask(desk, 'run', 'run:start', { sheet, region, confirmed })
  if (answer.ok && desk.list.getState().sheet === sheet) desk.list.setState({ runId: answer.value.runId })
  return answer.ok
}

/** Closes the question. What is being started is taken back: whoever closes does not want it. */
export function closeQuestion(desk: Desk, isStarting: boolean): void {
  desk.view.setState({ dialog: undefined })
  // Where some of it was handed over already, the page shows that.
  if (isStarting) void invoke(desk, 'run:stop-watching', undefined)
}

/**
 * Asks whether the failed phones of the shown run are to be signed in again; says so where none is left. What has
 * been tried since may be the work of a terminal, so the disk is looked at first.
 */
export async function askToRetry(desk: Desk): Promise<void> {
  const { state } = desk.run.getState()
  if (!state) return
  await loadRuns(desk)
  if (desk.run.getState().state !== state) return
  const retry = retryOf(state, desk.history.getState().disk.value?.runs)
  if (retry.plan.phones.length === 0)
    tell(desk, 'run', 'info', { message: `${words.retry.allLeftOut} ${leftOutWords(retry)}` })
  else if (isInTenantOf(desk, state)) desk.view.setState({ dialog: 'retry' })
  else await retryFailed(desk, nothingIn(state))
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

/** Takes a run of this disk up where it stopped. */
export async function resumeRun(desk: Desk, run: PastRun): Promise<void> {
  if (await openRun(desk, run)) await watchAgain(desk)
}

/** Takes the shown run up where it stopped. What it would still submit is asked about first. */
export async function watchAgain(desk: Desk): Promise<void> {
  const { state } = desk.run.getState()
  if (!state) return
  if (stillToSubmit(state).batches === 0 || !isInTenantOf(desk, state))
    return void (await goOn(desk, nothingIn(state)))
  await loadRuns(desk)
  if (desk.run.getState().state === state) desk.view.setState({ dialog: 'resume' })
}

/** Anywhere else main refuses what is done with the run, and says where it belongs. */
function isInTenantOf(desk: Desk, { tenant }: RunState): boolean {
  const { session } = desk.session.getState()
  return session?.kind === 'signed-in' && session.tenant.id === tenant.id
}

/** Nobody was asked, so nothing may be submitted, should a sign-in have ended in main that is not known here yet. */
const nothingIn = ({ tenant }: RunState): Confirmation => ({ tenantId: tenant.id, phones: 0, batches: 0 })

/** Watches the shown run again, and submits what was confirmed. */
export async function goOn(desk: Desk, confirmed: Confirmation): Promise<boolean> {
  const { state } = desk.run.getState()
  if (!state) return false
  const answer = await ask(desk, 'run', 'run:resume', { runId: state.runId, confirmed })
  return answer.ok
}

/** Submits what the failures of a batch hold back in the shown run. */
export async function acceptFailures(desk: Desk, confirmed: Confirmation): Promise<boolean> {
  const { state } = desk.run.getState()
  const hold = holdIn(state)
  if (!state || hold?.kind !== 'failures') return false
  const request = { runId: state.runId, reason: hold.reason, confirmed }
  return (await ask(desk, 'run', 'run:accept-failures', request)).ok
}

/** Asks the service at once instead of at the next turn. */
export async function lookNow(desk: Desk): Promise<void> {
  await ask(desk, 'run', 'run:look-now', undefined)
}

/** The network is back. Nobody asked for a look, so nobody is told how it went. */
export async function lookSinceOnline(desk: Desk): Promise<void> {
  if (isWatching(desk.run.getState().state)) await invoke(desk, 'run:look-now', undefined)
}

/** Saves the shown run as a file. */
export async function exportRun(desk: Desk, kind: ExportKind): Promise<void> {
  const { state } = desk.run.getState()
  if (state) await saveRun(desk, state.runId, kind)
}

/** Saves a run of this disk, shown or not, as a file and says where. */
export async function saveRun(desk: Desk, runId: string, kind: ExportKind): Promise<void> {
  const answer = await ask(desk, 'export', 'run:export', { runId, kind })
  if (!answer.ok || answer.value === undefined) return
  tell(desk, 'export', 'success', { message: text.window.run.exported(answer.value) })
}

/** Puts the run on the clipboard as text for a ticket, and says so. Answers whether it worked. */
export const copySummary = (desk: Desk): Promise<boolean> => copy(desk, summaryOf(desk), words.summary)

/** The shown run as text for a ticket; with `failedNames` its failed phones stand in it by name. */
export function summaryOf(desk: Desk, names: { readonly failedNames?: boolean } = {}): string {
  const { state, events } = desk.run.getState()
  const appVersion = desk.session.getState().info?.version ?? ''
  return state ? runSummary({ state, events }, { appVersion, now: Date.now(), ...names }) : ''
}
