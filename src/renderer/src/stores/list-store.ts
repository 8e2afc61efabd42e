import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Region } from '../../../shared/gateway/region.ts'
import { checkPhones } from '../../../shared/phones/check.ts'
import type { PhoneList } from '../../../shared/phones/phone-list.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import { memoizeLast } from '../model/memoize-last.ts'

/** The open file. Its check is derived from it, never stored: see `checkedList`. */
export type ListData = {
  readonly sheet: Sheet | undefined
  /** For rows that name no region of their own. */
  readonly region: Region | undefined
  /** Whether phones that were signed in a few days ago are signed in again. */
  readonly includeSignedIn: boolean
  /** The sheet before each of the last corrections, the latest last. */
  readonly corrections: readonly Correction[]
  /** A list that waits to take the place of this one, whose corrections would be lost. */
  readonly waiting: Sheet | undefined
  /** The run that was started from the sheet as it is: from then on it cannot be edited. */
  readonly runId: string | undefined
}

/** `rows`: the rows it changed. */
type Correction = { readonly before: Sheet; readonly rows: readonly number[] }

export type ListStore = StoreApi<ListData>

export const createListStore = (): ListStore =>
  createStore<ListData>(() => ({
    sheet: undefined,
    region: undefined,
    includeSignedIn: false,
    corrections: [],
    waiting: undefined,
    runId: undefined,
  }))

const check = memoizeLast(checkPhones)

/** The check of the open file; undefined while none is open. */
export const checkedList = ({ sheet, region }: ListData): PhoneList | undefined =>
  sheet && check(sheet, region)
