import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppSettings } from '../../../shared/settings.ts'
import type { Desk } from './desk.ts'
import type { HistoryData } from './history-store.ts'
import type { ListData } from './list-store.ts'
import type { RunData } from './run-store.ts'
import type { SessionData } from './session-store.ts'
import type { UpdateData } from './update-store.ts'
import type { ViewData } from './view-store.ts'

const DeskContext = createContext<Desk | undefined>(undefined)

export const DeskProvider = DeskContext.Provider

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A feature was shown outside of DeskProvider')
  return desk
}

export const useSession = <Part,>(select: (data: SessionData) => Part): Part =>
  useStore(useDesk().session, select)

export const useSettings = <Part,>(select: (data: AppSettings) => Part): Part =>
  useStore(useDesk().settings, select)

export const useUpdates = <Part,>(select: (data: UpdateData) => Part): Part =>
  useStore(useDesk().updates, select)

export const useList = <Part,>(select: (data: ListData) => Part): Part => useStore(useDesk().list, select)

export const useRun = <Part,>(select: (data: RunData) => Part): Part => useStore(useDesk().run, select)

export const useHistory = <Part,>(select: (data: HistoryData) => Part): Part =>
  useStore(useDesk().history, select)

export const useView = <Part,>(select: (data: ViewData) => Part): Part => useStore(useDesk().view, select)
