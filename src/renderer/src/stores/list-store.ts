import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Region } from '../../../shared/gateway/region.ts'
import type { RecentList } from '../../../shared/phones/recent-list.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import type { RunState } from '../../../shared/run/run-state.ts'
import { type ListHistory, noHistory } from '../model/phones/list-history.ts'
import type { OpenedSource } from '../model/phones/read-opened.ts'

/** The open list. Its check is derived from it, never stored: see `list-check.ts`. */
export type ListData = {
  readonly sheet: Sheet | undefined
  /** The cells that the sheet was read from, so that other columns can be chosen; undefined where it was typed. */
  readonly opened: OpenedSource | undefined
  /** Whether the sheet is in no file: it was pasted or typed. */
  readonly isOnlyHere: boolean
  /** For rows that name no region of their own. */
  readonly region: Region | undefined
  /** Whether phones that were signed in a few days ago are signed in again. */
  readonly includeSignedIn: boolean
  /** The rows that the operator has left out, by their numbers. */
  readonly leftOut: ReadonlySet<number>
  /** The last changes, which can be taken back, and those that were. */
  readonly history: ListHistory
  /** The sheet as it is in its file, or in a run; undefined where it never was in any. */
  readonly saved: Sheet | undefined
  /** A list that waits to take the place of this one, whose changes would be lost. */
  readonly waiting: NewList | undefined
  /** Cells about whose columns somebody is asked. */
  readonly choosing: Choosing | undefined
  /** The lists that were opened or saved last. */
  readonly recent: readonly RecentList[]
  /** The runs that were started from the list, by ID, the earliest first. */
  readonly runIds: readonly string[]
  /** The same runs, as they stand. */
  readonly runs: readonly RunState[]
}

/** A list that is about to be opened. */
export type NewList = Pick<ListData, 'opened' | 'isOnlyHere'> & { readonly sheet: Sheet }

/** `again`: the open list, whose columns are chosen once more. */
export type Choosing = {
  readonly opened: OpenedSource
  readonly from: 'file' | 'paste' | 'again'
  /** Why somebody is asked, a sentence each; none where it was certain. */
  readonly doubts: readonly string[]
}

export const noRows: ReadonlySet<number> = new Set()

export type ListStore = StoreApi<ListData>

export const createListStore = (): ListStore =>
  createStore<ListData>(() => ({
    sheet: undefined,
    opened: undefined,
    isOnlyHere: false,
    region: undefined,
    includeSignedIn: false,
    leftOut: noRows,
    history: noHistory,
    saved: undefined,
    waiting: undefined,
    choosing: undefined,
    recent: [],
    runIds: [],
    runs: [],
  }))

/** Whether changes of the list, or all of it, are in no file and in no run. */
export const isUnsaved = ({ sheet, saved }: ListData): boolean =>
  sheet !== undefined && sheet.rows.length > 0 && sheet.rows !== saved?.rows
