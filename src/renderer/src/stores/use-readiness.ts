import { useStore } from 'zustand'
import type { InventoryAnswer } from '../../../shared/inventory/device.ts'
import type { SessionState } from '../../../shared/session.ts'
import { type KnownReadiness, knownReadiness } from '../model/readiness/known-readiness.ts'
import type { AppStores } from './app-stores.ts'
import type { ReadinessData } from './readiness-store.ts'
import { useSession, useSettings, useStores } from './stores-context.tsx'

/** Whose facts count: another tenant's, another operator's or another simulator's say nothing. */
export const sessionKey = (session: SessionState | undefined): string | undefined =>
  session?.kind === 'signed-in'
    ? [session.tenant.id, session.tenant.simulator ?? '', session.operator.username].join(' ')
    : undefined

/** The facts of the current session. */
export function knownIn(stores: AppStores): KnownReadiness | undefined {
  const { of, tenant, accounts } = stores.readiness.getState()
  return of === sessionKey(stores.session.getState().session) ? knownReadiness(tenant, accounts) : undefined
}

export const useReadinessData = <Part>(select: (data: ReadinessData) => Part): Part =>
  useStore(useStores().readiness, select)

/** The readiness of the tenant and its accounts; undefined until the tenant was read in this session. */
export function useKnownReadiness(): KnownReadiness | undefined {
  const key = useSession(({ session }) => sessionKey(session))
  const of = useReadinessData((data) => data.of)
  const tenant = useReadinessData((data) => data.tenant)
  const accounts = useReadinessData((data) => data.accounts)
  return of !== undefined && of === key ? knownReadiness(tenant, accounts) : undefined
}

/** What the device inventory said in this session; undefined while it was not read, or is switched off. */
export function useKnownInventory(): InventoryAnswer | undefined {
  const key = useSession(({ session }) => sessionKey(session))
  const of = useReadinessData((data) => data.of)
  const inventory = useReadinessData((data) => data.inventory)
  const isOn = useSettings((settings) => settings.inventory === 'on')
  return isOn && of !== undefined && of === key ? inventory : undefined
}
