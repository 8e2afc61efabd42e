import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppSettings } from '../../../shared/settings.ts'
import type { AppStores } from './app-stores.ts'
import type { HistoryData } from './history-store.ts'
import type { ListData } from './list-store.ts'
import type { Announcement } from './live-store.ts'
import type { Notice } from './notice-store.ts'
import type { ProxyData } from './proxy-store.ts'
import type { RunData } from './run-store.ts'
import type { SessionData } from './session-store.ts'
import type { TenantTestData } from './tenant-test-store.ts'
import type { UpdateData } from './update-store.ts'
import type { ViewData } from './view-store.ts'

const StoresContext = createContext<AppStores | undefined>(undefined)

export const StoresProvider = StoresContext.Provider

/** The stores of this window. */
export function useStores(): AppStores {
  const stores = useContext(StoresContext)
  if (!stores) throw new Error('A feature was shown outside of StoresProvider')
  return stores
}

export const useSession = <Part,>(select: (data: SessionData) => Part): Part =>
  useStore(useStores().session, select)

export const useSettings = <Part,>(select: (data: AppSettings) => Part): Part =>
  useStore(useStores().settings, select)

export const useUpdates = <Part,>(select: (data: UpdateData) => Part): Part =>
  useStore(useStores().updates, select)

export const useProxy = <Part,>(select: (data: ProxyData) => Part): Part =>
  useStore(useStores().proxy, select)

export const useList = <Part,>(select: (data: ListData) => Part): Part => useStore(useStores().list, select)

export const useRun = <Part,>(select: (data: RunData) => Part): Part => useStore(useStores().run, select)

export const useHistory = <Part,>(select: (data: HistoryData) => Part): Part =>
  useStore(useStores().history, select)

export const useTenantTest = <Part,>(select: (data: TenantTestData) => Part): Part =>
  useStore(useStores().tenantTest, select)

export const useView = <Part,>(select: (data: ViewData) => Part): Part => useStore(useStores().view, select)

export const useNotices = (): readonly Notice[] => useStore(useStores().notices)

export const useLive = (): Announcement => useStore(useStores().live)
