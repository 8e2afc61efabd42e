import { createStore, type StoreApi } from 'zustand/vanilla'
import { type ChapterId, chapterIds } from '../../../shared/guide/chapter.ts'
import type { RowFilter, Sort } from '../model/phones/arrange.ts'
import type { Cell } from '../model/phones/cell.ts'
import { nothingSelected, type Selection } from '../model/phones/selection.ts'
import type { AskedRows } from '../model/run/question.ts'

export const pages = ['phones', 'provisioning-urls', 'history', 'settings', 'help'] as const
export type Page = (typeof pages)[number]

/** The tabs of the panel, from left to right; see `features/panel/panel-tabs.tsx`. */
export const panelTabIds = ['details', 'issues', 'readiness', 'failures', 'batches', 'activity'] as const
export type PanelTab = (typeof panelTabIds)[number]

/** What the operator looks at. Nothing here is of any concern to main. */
export type ViewData = {
  readonly page: Page
  /** What the page of phones shows: the open file, or the run. */
  readonly shown: 'list' | 'run'
  readonly filter: string
  readonly only: RowFilter | undefined
  readonly sort: Sort | undefined
  readonly cursor: Cell | undefined
  readonly selection: Selection
  /** What the dialog `start` or `retry` is about. */
  readonly asked: AskedRows
  /** `typed`: what takes the place of what is in the cell. */
  readonly editing: (Cell & { readonly typed?: string }) | undefined
  /** Where the menu of a row is open, in pixels of the window. */
  readonly menu: RowMenuPlace | undefined
  /** Whether phones are being typed or scanned into the list. */
  readonly adding: boolean
  readonly panel: { readonly open: boolean; readonly tab: PanelTab }
  readonly dialog:
    | 'start'
    | 'retry'
    | 'resume'
    | 'held'
    | 'evidence'
    | 'replace-list'
    | 'columns'
    | 'paste'
    | 'ports'
    | 'shortcuts'
    | 'sign-in'
    | 'delete-run'
    | 'report'
    | undefined
  /** The question about the file beside the program: by itself when the app opens, and when it is wanted. */
  readonly fileBeside: 'at-start' | 'open' | 'closed'
  /** The batch that the dialog `evidence` is about. */
  readonly unconfirmed: number | undefined
  /** The run that the dialog `report` is about. */
  readonly reportOf: string | undefined
  /** Whether the steps to register a client of one's own are unfolded in Settings. */
  readonly registerSteps: boolean
  /** The part of Settings that somebody was sent to, until it is in view. */
  readonly settingsPart: 'way' | undefined
  /** What the page Help shows. */
  readonly chapter: ChapterId
}

export type RowMenuPlace = Cell & { readonly x: number; readonly y: number }

export const allRows: AskedRows = { rows: undefined, byHand: false, include: undefined }

/** Before there is anything that somebody must see, the panel leaves its room to the table. */
const nothingToSay: ViewData['panel'] = { open: false, tab: 'details' }

export type ViewStore = StoreApi<ViewData>

export const createViewStore = (): ViewStore =>
  createStore<ViewData>(() => ({
    page: 'provisioning-urls',
    shown: 'list',
    filter: '',
    only: undefined,
    sort: undefined,
    cursor: undefined,
    selection: nothingSelected,
    asked: allRows,
    menu: undefined,
    editing: undefined,
    adding: false,
    panel: nothingToSay,
    dialog: undefined,
    fileBeside: 'at-start',
    unconfirmed: undefined,
    reportOf: undefined,
    registerSteps: false,
    settingsPart: undefined,
    chapter: chapterIds[0],
  }))

/** Another list or run comes into view: the filter, selection and place of the one before mean nothing to it. */
export function showAfresh(store: ViewStore, shown: ViewData['shown']): void {
  store.setState({
    shown,
    filter: '',
    only: undefined,
    cursor: undefined,
    selection: nothingSelected,
    editing: undefined,
    adding: false,
    dialog: undefined,
    panel: nothingToSay,
  })
}
