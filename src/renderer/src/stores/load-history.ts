import { text } from '../../../shared/text/index.ts'
import { isElsewhere } from '../model/history/joined.ts'
import { type AppStores, invoke } from './app-stores.ts'
import { begin, end } from './asking.ts'
import { noBatchHistory, notAsked } from './history-store.ts'
import { announce } from './live-store.ts'

const { batch, batchHistory: words } = text.window.history

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
