import type { Request } from '../../../../shared/ipc.ts'
import type { ExportKind } from '../../../../shared/ipc-requests.ts'
import type { Confirmation } from '../../../../shared/run/confirmation.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { runSummary } from '../../../../shared/run/summary.ts'
import { text } from '../../../../shared/text/index.ts'
import { rowsOfNext, rowsToSignIn } from '../../model/phones/start-plan.ts'
import { holdIn } from '../../model/run/hold.ts'
import type { AskedRows } from '../../model/run/question.ts'
import { leftOutWords, leftUnknownSince, retryOf } from '../../model/run/retry.ts'
import { type AppStores, ask, invoke, tell } from '../../stores/app-stores.ts'
import { addListRun } from '../../stores/list-runs.ts'
import { loadElsewhere, loadRuns } from '../../stores/load-runs.ts'
import { post } from '../../stores/notice-store.ts'
import { refreshReadiness } from '../../stores/readiness-actions.ts'
import { tellSaved } from '../../stores/saved-files.ts'
import { listRunsIn } from '../../stores/use-memory.ts'
import { isListShownIn, listRowsIn } from '../../stores/use-rows.ts'
import { retryOf as retriedBy, selectedIn } from '../../stores/use-start.ts'
import { allRows } from '../../stores/view-store.ts'
import { copy } from '../copy/clipboard.ts'
import { openRun } from './open-run.ts'

const words = text.window.run

/**
 * Asks whether to sign in phones of the open list: the chosen rows, or else all that are next. Other runs may have some
 * of them, so it reads the disk first, and the batch history meanwhile.
 */
export async function askToStart(stores: AppStores, asked: Partial<AskedRows> = {}): Promise<void> {
  // The question comes at once, and waits for this by itself: the service may take long.
  void loadElsewhere(stores)
  await loadRuns(stores)
  // The question does not wait for it: it is asked about what is known, and anew where that changes.
  void refreshReadiness(stores, namesToStart(stores, asked.rows))
  const unknown = leftUnknownSince(listRunsIn(stores), stores.history.getState().disk.value?.runs)
  if (asked.byHand || unknown.rows.size === 0) {
    stores.view.setState({ dialog: 'start', asked: { ...allRows, ...asked } })
    return
  }
  const all = listRowsIn(stores)
  const wanted = asked.rows ?? rowsOfNext(all) ?? new Set(all.map(({ row }) => row))
  // A row that was corrected since is another phone.
  const isLeft = new Set(
    all.flatMap(({ row, next }) => (next === 'failed' && unknown.rows.has(row) ? [row] : [])),
  )
  const rows = new Set([...wanted].filter((row) => !isLeft.has(row)))
  stores.view.setState({ dialog: 'start', asked: { ...allRows, ...asked, rows, triedSince: unknown.words } })
}

const namesToStart = (stores: AppStores, rows: ReadonlySet<number> | undefined): readonly string[] => [
  ...new Set(
    listRowsIn(stores).flatMap(({ row, username, next }) =>
      (rows ? rows.has(row) : next !== undefined) ? [username.toLowerCase()] : [],
    ),
  ),
]

/** Asks about the selected rows, as far as they can be signed in. */
export const askToStartSelected = (stores: AppStores): Promise<void> =>
  askToStart(stores, { rows: rowsToSignIn(selectedIn(stores)), byHand: true })

/** Starts what was confirmed: these rows, if not the whole list. Answers whether it began. */
export async function startRun(
  stores: AppStores,
  confirmed: Confirmation,
  rows?: ReadonlySet<number>,
): Promise<boolean> {
  const { sheet, region, includeSignedIn } = stores.list.getState()
  if (!sheet) return false
  const { asked } = stores.view.getState()
  const again = retriedBy(stores, rows)
  const answer = await ask(stores, 'run', 'run:start', {
    ...{ sheet, region, confirmed },
    includeSignedIn: asked.byHand ? asked.include === true : includeSignedIn,
    ...(rows && { rows: [...rows] }),
    ...(again !== undefined && { retryOf: again }),
  })
  if (answer.ok && stores.list.getState().sheet === sheet) addListRun(stores, answer.value.runId)
  return answer.ok
}

/** Closes the question, and cancels a start that is under way: an operator who closes it doesn't want it. */
export function closeQuestion(stores: AppStores, isStarting: boolean): void {
  stores.view.setState({ dialog: undefined })
  // Where some of it was submitted already, the page shows that.
  if (isStarting) void invoke(stores, 'run:stop-watching', undefined)
}

/**
 * Asks whether to sign in the failed phones of the shown run, or those of these rows, again; says so if none is left. A
 * terminal may have tried some of them since, so it reads the disk first.
 */
export async function askToRetry(stores: AppStores, rows?: ReadonlySet<number>): Promise<void> {
  const { state } = stores.run.getState()
  if (!state) return
  // Where the list is open, its cells count, which may have been corrected since.
  if (isListShownIn(stores)) return askToStart(stores, rows ? { rows } : {})
  void loadElsewhere(stores)
  await loadRuns(stores)
  if (stores.run.getState().state !== state) return
  stores.view.setState({ asked: { ...allRows, rows } })
  const retry = retryOf(state, stores.history.getState().disk.value?.runs, rows)
  if (retry.plan.phones.length === 0)
    tell(stores, 'run', 'info', { message: `${words.retry.allLeftOut} ${leftOutWords(retry)}` })
  else if (isInTenantOf(stores, state)) {
    void refreshReadiness(stores, [
      ...new Set(retry.plan.phones.map(({ username }) => username.toLowerCase())),
    ])
    stores.view.setState({ dialog: 'retry' })
  } else await retryFailed(stores, nothingIn(state))
}

/** Signs the failed phones of the shown run in again, as a new run: those of these rows, else all that were asked about. */
export async function retryFailed(
  stores: AppStores,
  confirmed: Confirmation,
  rows: ReadonlySet<number> | undefined = stores.view.getState().asked.rows,
): Promise<boolean> {
  const run = stores.run.getState().state
  if (!run) return false
  const includeSignedIn = stores.view.getState().asked.include === true
  const request = { runId: run.runId, includeSignedIn, confirmed, ...(rows && { rows: [...rows] }) }
  const answer = await ask(stores, 'run', 'run:retry-failed', request)
  return answer.ok
}

export async function stopWatching(stores: AppStores): Promise<void> {
  await ask(stores, 'run', 'run:stop-watching', undefined)
}

/** Takes a run of this disk up where it stopped. */
export async function resumeRun(stores: AppStores, run: PastRun): Promise<void> {
  if (await openRun(stores, run)) await watchAgain(stores)
}

/** Takes the shown run up where it stopped. What it would still submit is asked about first. */
export async function watchAgain(stores: AppStores): Promise<void> {
  const { state } = stores.run.getState()
  if (!state) return
  if (stillToSubmit(state).batches === 0 || !isInTenantOf(stores, state))
    return void (await goOn(stores, nothingIn(state)))
  await loadRuns(stores)
  if (stores.run.getState().state === state) stores.view.setState({ dialog: 'resume' })
}

/** Anywhere else main refuses what is done with the run, and says where it belongs. */
function isInTenantOf(stores: AppStores, { tenant }: RunState): boolean {
  const { session } = stores.session.getState()
  return session?.kind === 'signed-in' && session.tenant.id === tenant.id
}

/** Nobody was asked, so nothing may be submitted, even if a sign-in has ended in main that this window doesn't know yet. */
const nothingIn = ({ tenant }: RunState): Confirmation => ({ tenantId: tenant.id, phones: [], batches: 0 })

/** Watches the shown run again, and submits what was confirmed. */
export async function goOn(stores: AppStores, confirmed: Confirmation): Promise<boolean> {
  const { state } = stores.run.getState()
  if (!state) return false
  const answer = await ask(stores, 'run', 'run:resume', { runId: state.runId, confirmed })
  return answer.ok
}

/** Submits what the failures of a batch hold back in the shown run. */
export async function acceptFailures(stores: AppStores, confirmed: Confirmation): Promise<boolean> {
  const { state } = stores.run.getState()
  const hold = holdIn(state)
  if (!state || hold?.kind !== 'failures') return false
  const request = { runId: state.runId, reason: hold.reason, confirmed }
  return (await ask(stores, 'run', 'run:accept-failures', request)).ok
}

/** Asks the service at once instead of at the next turn. */
export async function lookNow(stores: AppStores): Promise<void> {
  await ask(stores, 'run', 'run:look-now', undefined)
}

/** The network is back. Nobody asked for a look, so nobody is told how it went. */
export async function lookSinceOnline(stores: AppStores): Promise<void> {
  if (isWatching(stores.run.getState().state)) await invoke(stores, 'run:look-now', undefined)
}

/** Saves the shown run as a file, or all runs of its list where that is open, as the table shows them; of selected rows, those alone. */
export async function exportRun(stores: AppStores, kind: ExportKind): Promise<void> {
  const { state } = stores.run.getState()
  if (!state) return
  const ofList = listRunsIn(stores).map(({ runId }) => runId)
  const runIds = ofList.includes(state.runId) ? ofList : [state.runId]
  const earlier = runIds.slice(0, -1)
  const rows = selectedIn(stores).map(({ row }) => row)
  await saveRun(stores, runIds.at(-1) ?? state.runId, kind, {
    ...(earlier.length > 0 && { earlier }),
    ...(rows.length > 0 && { rows }),
  })
}

/** Saves a run of this disk, shown or not, as a file and says where. */
export async function saveRun(
  stores: AppStores,
  runId: string,
  kind: ExportKind,
  parts: Pick<Request<'run:export'>, 'earlier' | 'rows'> = {},
): Promise<void> {
  const answer = await ask(stores, 'export', 'run:export', { runId, kind, ...parts })
  if (!answer.ok || answer.value === undefined) return
  tellSaved(stores, answer.value)
}

/** Puts the run on the clipboard as text for a ticket, and says so. */
export async function copySummary(stores: AppStores): Promise<void> {
  if (!(await copy(stores, summaryOf(stores), words.summary))) return
  const message = text.window.frame.copiedToClipboard(words.summary)
  post(stores.notices, { about: 'export', intent: 'success', message })
}

/** The shown run as text for a ticket; with `failedNames` its failed phones stand in it by name. */
export function summaryOf(stores: AppStores, names: { readonly failedNames?: boolean } = {}): string {
  const { state, events } = stores.run.getState()
  const appVersion = stores.session.getState().info?.version ?? ''
  return state ? runSummary({ state, events }, { appVersion, now: Date.now(), ...names }) : ''
}
