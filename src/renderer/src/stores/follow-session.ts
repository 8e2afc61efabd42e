import { type AppStores, invoke } from './app-stores.ts'
import { nothingRead } from './readiness-store.ts'
import { sessionKey } from './use-readiness.ts'

/** Forgets what was read of another tenant. */
export function followSession(stores: AppStores): void {
  const key = sessionKey(stores.session.getState().session)
  const { of, checking, readingInventory } = stores.readiness.getState()
  if (of === key) return
  if (checking) void invoke(stores, 'readiness:stop', undefined)
  if (readingInventory) void invoke(stores, 'inventory:stop', undefined)
  stores.readiness.setState({ ...nothingRead, of: key }, true)
}
