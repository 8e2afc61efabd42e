import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppFailure } from '../../../shared/app-failure.ts'
import type { HistoryBatch, HistoryPhone } from '../../../shared/run/batch-history.ts'
import type { RunsOnDisk } from '../../../shared/run/past-run.ts'
import type { Elsewhere } from '../../../shared/run/submitted-elsewhere.ts'
import type { RowFocus } from '../model/row-focus.ts'

/** Something that main is asked for: what it answered last, and how the last question went. */
export type Asked<Value> = {
  readonly value?: Value
  readonly failure?: AppFailure
  readonly loading: boolean
  /** When the value was answered, in ms since the epoch. */
  readonly at?: number
}

/** What the page History shows. All but its current rows comes from main. */
export type HistoryData = {
  readonly tab: 'runs' | 'batches'
  readonly disk: Asked<RunsOnDisk>
  /** Unfinished runs, by ID, that are not offered again until the window is loaded again. */
  readonly putOff: readonly string[]
  readonly run: RowFocus | undefined
  /** The batch history belongs to this tenant; in another one it means nothing. */
  readonly batchHistoryOf: string | undefined
  readonly batches: Asked<readonly HistoryBatch[]>
  readonly only: 'all' | 'elsewhere'
  readonly batch: RowFocus | undefined
  /** The batch whose phones are shown, and they. */
  readonly shown: string | undefined
  readonly phones: Asked<readonly HistoryPhone[]>
  /** What others have submitted during the last day in the tenant `elsewhereOf` (its key); in another one it means nothing. */
  readonly elsewhereOf: string | undefined
  readonly elsewhere: Asked<Elsewhere>
  /** The run that main was asked to show: what comes of it happened long ago. */
  readonly opening: string | undefined
  /** The run that is asked about before it is deleted. */
  readonly deleting: string | undefined
}

export type HistoryStore = StoreApi<HistoryData>

export const notAsked = { loading: false } as const

/** Of no tenant. */
export const noBatchHistory = {
  batchHistoryOf: undefined,
  batches: notAsked,
  only: 'all',
  batch: undefined,
  shown: undefined,
  phones: notAsked,
} as const satisfies Partial<HistoryData>

export const createHistoryStore = (): HistoryStore =>
  createStore<HistoryData>(() => ({
    tab: 'runs',
    disk: notAsked,
    putOff: [],
    run: undefined,
    ...noBatchHistory,
    elsewhereOf: undefined,
    elsewhere: notAsked,
    opening: undefined,
    deleting: undefined,
  }))
