import type { Region } from '../../../shared/gateway/region.ts'
import type { DroppedFile, TemplateFormat } from '../../../shared/ipc-requests.ts'
import type { GridSource } from '../../../shared/phones/grid.ts'
import type { RecentList } from '../../../shared/phones/recent-list.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import { text } from '../../../shared/text/index.ts'
import { noHistory } from '../model/phones/list-history.ts'
import { readOpened } from '../model/phones/read-opened.ts'
import { type AppStores, ask, tell } from './app-stores.ts'
import { isEditable } from './edit-actions.ts'
import { checkedList } from './list-check.ts'
import { type Choosing, isUnsaved, type NewList, noRows } from './list-store.ts'
import { announce } from './live-store.ts'
import { loadRecent } from './load-recent.ts'
import { dismiss } from './notice-store.ts'
import { tellSaved } from './saved-files.ts'
import { showAfresh } from './view-store.ts'

/** Lets the operator choose a file. Whatever comes of it but a list leaves the open list as it is. */
export async function browse(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'list', 'list:browse', undefined)
  if (!answer.ok || !answer.value) return
  openCells(stores, answer.value, 'file')
  void loadRecent(stores)
}

/** Opens a list that was opened or saved before; one that is gone is told. */
export async function openRecent(stores: AppStores, { id }: RecentList): Promise<void> {
  const answer = await ask(stores, 'list', 'list:open-recent', { id })
  if (!answer.ok) return
  openCells(stores, answer.value, 'file')
  void loadRecent(stores)
}

export async function openDropped(stores: AppStores, file: DroppedFile): Promise<void> {
  const answer = await ask(stores, 'list', 'list:drop', file)
  if (answer.ok) openCells(stores, answer.value, 'file')
}

export async function openSample(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'list', 'list:sample', undefined)
  if (answer.ok) openCells(stores, answer.value, 'file')
}

export function chooseRegion(stores: AppStores, region: Region | undefined): void {
  stores.list.setState({ region })
}

/** Has the phones that were signed in a few days ago be signed in again, or be left out. */
export function includeSignedIn(stores: AppStores, include: boolean): void {
  stores.list.setState({ includeSignedIn: include })
  announce(stores.live, text.window.phones.signedIn.announce[include ? 'included' : 'leftOut'])
}

/** Saves an empty list with headings, to be filled in, and says where. */
export async function saveTemplate(stores: AppStores, format: TemplateFormat): Promise<void> {
  const answer = await ask(stores, 'export', 'list:save-template', format)
  if (!answer.ok || answer.value === undefined) return
  tellSaved(stores, answer.value)
}

/** Begins to type or scan phones: into the open list while it may change, else into one of their own. */
export function addByHand(stores: AppStores): void {
  const list = stores.list.getState()
  if (!isEditable(list)) {
    const sheet = { name: text.window.phones.byHand.name, rows: [], hasRegionColumn: false, issues: [] }
    openSheet(stores, sheet, { opened: undefined, isOnlyHere: true })
  } else if (stores.view.getState().shown !== 'list') showAfresh(stores.view, 'list')
  stores.view.setState({ adding: true })
}

/**
 * Opens cells as a list. Where it is not certain which column is which, and where pasted ones could as well be added to the
 * open list, asks first.
 */
export function openCells(
  stores: AppStores,
  source: GridSource,
  from: Exclude<Choosing['from'], 'again'>,
): void {
  const read = readOpened(source, stores.settings.getState().layouts ?? [])
  if (!read.ok) {
    tell(stores, 'list', 'error', read.failure)
    return
  }
  const { opened, sheet, doubts } = read.value
  if (sheet && (from === 'file' || !isEditable(stores.list.getState())))
    offerList(stores, { sheet, opened, isOnlyHere: from === 'paste' })
  else {
    stores.list.setState({ choosing: { opened, from, doubts } })
    stores.view.setState({ dialog: 'columns', page: 'phones' })
  }
}

/** Saves the open list as a file, and says where. Answers whether it did. */
export async function saveList(stores: AppStores): Promise<boolean> {
  const { sheet } = stores.list.getState()
  if (!sheet) return false
  const answer = await ask(stores, 'export', 'list:save', { sheet })
  if (!answer.ok || answer.value === undefined) return false
  if (stores.list.getState().sheet === sheet) stores.list.setState({ saved: sheet, isOnlyHere: false })
  void loadRecent(stores)
  tellSaved(stores, answer.value)
  return true
}

/** Opens a list; where changes of the one before would be lost by it, asks first. */
export function offerList(stores: AppStores, list: NewList): void {
  const { opened, isOnlyHere, history } = stores.list.getState()
  const isAgain = opened !== undefined && opened.source === list.opened?.source
  // Where the same cells are read again, what was pasted is not lost by it.
  const isLoss = isUnsaved(stores.list.getState()) && !(isAgain && isOnlyHere && history.past.length === 0)
  if (!isLoss) openSheet(stores, list.sheet, list)
  else {
    stores.list.setState({ waiting: list })
    stores.view.setState({ dialog: 'replace-list', page: 'phones' })
  }
}

/** The operator keeps the open list. */
export function keepList(stores: AppStores): void {
  stores.list.setState({ waiting: undefined })
  stores.view.setState({ dialog: undefined })
}

/** Brings a list into view, in place of the one before. */
export function openSheet(
  stores: AppStores,
  sheet: Sheet,
  { opened, isOnlyHere }: Omit<NewList, 'sheet'> = { opened: undefined, isOnlyHere: false },
): void {
  stores.list.setState({
    sheet,
    opened,
    isOnlyHere,
    leftOut: noRows,
    history: noHistory,
    saved: isOnlyHere ? undefined : sheet,
    includeSignedIn: false,
    waiting: undefined,
    choosing: undefined,
    runIds: [],
    runs: [],
    region: regionFor(stores, sheet),
  })
  // Messages about the previous list, or about saving it, no longer apply.
  dismiss(stores.notices, 'list')
  dismiss(stores.notices, 'export')
  showAfresh(stores.view, 'list')
  stores.view.setState({ page: 'phones' })
  if (mustBeRead(stores, sheet)) stores.view.setState({ panel: { open: true, tab: 'issues' } })
  announce(stores.live, text.window.phones.opened(sheet.name, sheet.rows.length))
}

/** Whether rows are wrong, or the file was read otherwise than its author may think. */
const mustBeRead = (stores: AppStores, sheet: Sheet): boolean =>
  sheet.issues.some(({ code }) => code !== 'column-unused') ||
  checkedList(stores.list.getState())?.rows.some(({ status }) => status === 'error') === true

/**
 * For the rows that name none. In a list that says its regions itself these are mostly mistakes, which what was chosen
 * for the list before must not hide.
 */
function regionFor(stores: AppStores, sheet: Sheet): Region | undefined {
  const { sheet: before, region: chosen } = stores.list.getState()
  if (sheet.hasRegionColumn) return before ? undefined : chosen
  return stores.settings.getState().region ?? chosen
}
