import type { AppFailure } from '../../../shared/app-failure.ts'
import type { Result } from '../../../shared/result.ts'
import type { SessionState } from '../../../shared/session.ts'
import { text } from '../../../shared/text/index.ts'
import { isElsewhere } from '../model/history/joined.ts'
import { withLearnedBatches } from '../model/history/learned-batches.ts'
import { type AppStores, invoke } from './app-stores.ts'
import { type Asked, noBatchHistory, notAsked } from './history-store.ts'
import { announce } from './live-store.ts'

const { batch, batchHistory: words } = text.window.history

/** Reads the runs of this computer. What was read before stays in view meanwhile. */
export async function loadRuns(stores: AppStores): Promise<void> {
  const { history, run } = stores
  const asking = begin(history.getState().disk)
  history.setState({ disk: asking })
  const answer = await invoke(stores, 'history:runs', undefined)
  if (history.getState().disk !== asking) return
  const { value, ...asked } = end(asking, answer)
  // What happened while the disk was read may not be in the answer.
  const { state, events } = run.getState()
  const learned = value && withLearnedBatches(value, state?.runId, events)
  history.setState({ disk: { ...asked, ...(learned && { value: learned }) } })
}

/**
 * Asks what others have submitted in the session's tenant during the last day. What was read before stays in view meanwhile,
 * unless it is of another tenant.
 */
export async function loadElsewhere({ history, session, ...stores }: AppStores): Promise<void> {
  const elsewhereOf = placeOf(session.getState().session)
  if (elsewhereOf === undefined) return
  const { elsewhere, elsewhereOf: before } = history.getState()
  const asking = begin(before === elsewhereOf ? elsewhere : notAsked)
  history.setState({ elsewhereOf, elsewhere: asking })
  const answer = await invoke({ history, session, ...stores }, 'history:elsewhere', undefined)
  if (history.getState().elsewhere === asking) history.setState({ elsewhere: end(asking, answer) })
}

/** Which tenant a session works in, one simulated tenant told from the next; undefined where nobody is signed in. */
export const placeOf = (session: SessionState | undefined): string | undefined =>
  session?.kind === 'signed-in' ? `${session.tenant.id} ${session.tenant.simulator ?? ''}` : undefined

/** Asks the service for the batch history of the session's tenant; forgets that of any other. */
export async function loadBatchHistory(stores: AppStores): Promise<void> {
  const { history } = stores
  const { session } = stores.session.getState()
  const tenantId = session?.kind === 'signed-in' ? session.tenant.id : undefined
  if (history.getState().batchHistoryOf !== tenantId) history.setState(noBatchHistory)
  if (tenantId === undefined) return
  const asking = begin(history.getState().batches)
  history.setState({ batchHistoryOf: tenantId, batches: asking })
  const answer = await invoke(stores, 'history:batches', undefined)
  if (history.getState().batches !== asking) return
  history.setState({ batches: end(asking, answer) })
  const { tab, disk } = history.getState()
  if (!answer.ok || tab !== 'batches' || stores.view.getState().page !== 'history') return
  const elsewhere = answer.value.filter((one) => isElsewhere(one, disk.value)).length
  announce(stores.live, words.loaded(answer.value.length, elsewhere))
}

/** Asks the service for the phones of a batch, and shows them under the list. */
export async function showPhones(stores: AppStores, batchId: string): Promise<void> {
  const { history } = stores
  const before = history.getState()
  const asking = begin(before.shown === batchId ? before.phones : notAsked)
  history.setState({ shown: batchId, phones: asking })
  const answer = await invoke(stores, 'history:batch', { batchId })
  if (history.getState().phones !== asking) return
  history.setState({ phones: end(asking, answer) })
  announce(stores.live, answer.ok ? batch.loaded(answer.value.length) : answer.failure.message)
}

/** Puts the phones away; the keyboard goes on at their batch. */
export function hidePhones(stores: AppStores): void {
  const { shown } = stores.history.getState()
  stores.history.setState({
    shown: undefined,
    phones: notAsked,
    batch: shown === undefined ? undefined : { id: shown, focus: true },
  })
}

const begin = <Value>({ value, at }: Asked<Value>): Asked<Value> => ({
  ...(value !== undefined && { value }),
  ...(at !== undefined && { at }),
  loading: true,
})

const end = <Value>(asking: Asked<Value>, answer: Result<Value, AppFailure>): Asked<Value> =>
  answer.ok
    ? { value: answer.value, at: Date.now(), loading: false }
    : { ...asking, failure: answer.failure, loading: false }
