import type { Region } from '../../../shared/gateway/region.ts'
import type { DroppedFile } from '../../../shared/ipc.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import { text } from '../../../shared/text/index.ts'
import { type AppStores, ask } from './app-stores.ts'
import { announce } from './live-store.ts'
import { showAfresh } from './view-store.ts'

/** Lets the operator choose a file. Whatever comes of it but a list leaves the open list as it is. */
export async function browse(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'list', 'list:browse', undefined)
  if (answer.ok && answer.value) offerSheet(stores, answer.value)
}

export async function openDropped(stores: AppStores, file: DroppedFile): Promise<void> {
  const answer = await ask(stores, 'list', 'list:drop', file)
  if (answer.ok) offerSheet(stores, answer.value)
}

export async function openSample(stores: AppStores): Promise<void> {
  const answer = await ask(stores, 'list', 'list:sample', undefined)
  if (answer.ok) offerSheet(stores, answer.value)
}

export function chooseRegion(stores: AppStores, region: Region | undefined): void {
  stores.list.setState({ region })
}

/** Has the phones that were signed in a few days ago be signed in again, or be left out. */
export function includeSignedIn(stores: AppStores, include: boolean): void {
  stores.list.setState({ includeSignedIn: include })
  announce(stores.live, text.window.phones.signedIn.announce[include ? 'included' : 'leftOut'])
}

/** Opens a list; where corrections of the one before would be lost by it, asks first. */
function offerSheet(stores: AppStores, sheet: Sheet): void {
  const { corrections, runId } = stores.list.getState()
  // What was run stands in the run.
  const isLoss = corrections.length > 0 && runId === undefined
  if (!isLoss) openSheet(stores, sheet)
  else {
    stores.list.setState({ waiting: sheet })
    stores.view.setState({ dialog: 'replace-list' })
  }
}

/** The operator keeps the open list. */
export function keepList(stores: AppStores): void {
  stores.list.setState({ waiting: undefined })
  stores.view.setState({ dialog: undefined })
}

/** Brings a list into view, in place of the one before. */
export function openSheet(stores: AppStores, sheet: Sheet): void {
  stores.list.setState({
    sheet,
    corrections: [],
    includeSignedIn: false,
    waiting: undefined,
    runId: undefined,
    region: regionFor(stores, sheet),
  })
  showAfresh(stores.view, 'list')
  stores.view.setState({ page: 'phones' })
  if (sheet.issues.length > 0) stores.view.setState({ panel: { open: true, tab: 'issues' } })
  announce(stores.live, text.window.phones.opened(sheet.name, sheet.rows.length))
}

/**
 * For the rows that name none. In a list that says its regions itself these are mostly mistakes, which what was chosen
 * for the list before must not hide.
 */
function regionFor(stores: AppStores, sheet: Sheet): Region | undefined {
  const { sheet: before, region: chosen } = stores.list.getState()
  if (sheet.hasRegionColumn) return before ? undefined : chosen
  return stores.settings.getState().region ?? chosen
}
