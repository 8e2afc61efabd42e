import { isWatching } from '../../../shared/run/is-watching.ts'
import { text } from '../../../shared/text/index.ts'
import { isFresh } from '../model/readiness/known-readiness.ts'
import { type AppStores, invoke } from './app-stores.ts'
import { followSession } from './follow-session.ts'
import { checkedList } from './list-check.ts'
import { announce } from './live-store.ts'

const words = text.window.inventory

/** The phones of the open list that a run could be about. */
function hardwareIdsOf(stores: AppStores): readonly string[] {
  const list = checkedList(stores.list.getState())
  const ids = list?.rows.flatMap(({ status, hardwareId }) => (status === 'ready' ? [hardwareId] : []))
  return [...new Set(ids)]
}

/** Reads what the device inventory says of the open list, where it is switched on. A failure is shown where it would be. */
export async function readInventory(stores: AppStores): Promise<void> {
  followSession(stores)
  const { of, readingInventory } = stores.readiness.getState()
  if (stores.settings.getState().inventory !== 'on' || of === undefined || readingInventory) return
  const hardwareIds = hardwareIdsOf(stores)
  if (hardwareIds.length === 0) return
  stores.readiness.setState({ readingInventory: true, inventoryFailure: undefined })
  const answer = await invoke(stores, 'inventory:read', { hardwareIds })
  // Somebody has gone to another tenant meanwhile.
  if (stores.readiness.getState().of !== of) return
  stores.readiness.setState({
    readingInventory: false,
    ...(answer.ok ? { inventory: answer.value } : { inventoryFailure: answer.failure }),
  })
}

/** Because somebody asked for it. */
export async function askForInventory(stores: AppStores): Promise<void> {
  announce(stores.live, words.reading)
  await readInventory(stores)
  const { inventory, inventoryFailure } = stores.readiness.getState()
  if (inventoryFailure) announce(stores.live, words.failed(inventoryFailure.message))
  else if (inventory) announce(stores.live, text.readiness.inventory.devices(inventory.seen))
}

export function stopReadingInventory(stores: AppStores): void {
  void invoke(stores, 'inventory:stop', undefined)
  announce(stores.live, words.stopped)
}

/** All devices of a tenant are read at once, so phones that are added to a list are a reason only before a run. */
export async function readInventoryByItself(stores: AppStores): Promise<void> {
  followSession(stores)
  const { inventory, inventoryFailure } = stores.readiness.getState()
  if (stores.settings.getState().readiness === 'by-hand' || inventoryFailure) return
  if (isWatching(stores.run.getState().state)) return
  const isRead = new Set(inventory?.devices.map(([id]) => id))
  if (isRead.size > 0 && hardwareIdsOf(stores).some((id) => isRead.has(id))) return
  await readInventory(stores)
}

/** Before a run: reads it again where it is too old or lacks phones, where it was read before or would be by itself. */
export async function refreshInventory(stores: AppStores): Promise<void> {
  followSession(stores)
  const { inventory } = stores.readiness.getState()
  if (!inventory && stores.settings.getState().readiness === 'by-hand') return
  const isRead = new Set(inventory?.devices.map(([id]) => id))
  const isWhole = hardwareIdsOf(stores).every((id) => isRead.has(id))
  if (!isWhole || !isFresh(inventory?.at, Date.now())) await readInventory(stores)
}
