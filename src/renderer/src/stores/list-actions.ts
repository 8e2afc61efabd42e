import type { Region } from '../../../shared/gateway/region.ts'
import type { DroppedFile } from '../../../shared/ipc.ts'
import type { Sheet } from '../../../shared/phones/sheet.ts'
import { text } from '../../../shared/text/index.ts'
import { ask, type Desk } from './desk.ts'
import { announce } from './live-store.ts'
import { showAfresh } from './view-store.ts'

/** Lets the operator choose a file. Whatever comes of it but a list leaves the open list as it is. */
export async function browse(desk: Desk): Promise<void> {
  const answer = await ask(desk, 'list', 'list:browse', undefined)
  if (answer.ok && answer.value) offerSheet(desk, answer.value)
}

export async function openDropped(desk: Desk, file: DroppedFile): Promise<void> {
  const answer = await ask(desk, 'list', 'list:drop', file)
  if (answer.ok) offerSheet(desk, answer.value)
}

export async function openSample(desk: Desk): Promise<void> {
  const answer = await ask(desk, 'list', 'list:sample', undefined)
  if (answer.ok) offerSheet(desk, answer.value)
}

export function chooseRegion(desk: Desk, region: Region | undefined): void {
  desk.list.setState({ region })
}

/** Opens a list; where corrections of the one before would be lost by it, asks first. */
function offerSheet(desk: Desk, sheet: Sheet): void {
  const { corrections, runId } = desk.list.getState()
  // What was run stands in the run.
  const isLoss = corrections.length > 0 && runId === undefined
  if (!isLoss) openSheet(desk, sheet)
  else {
    desk.list.setState({ waiting: sheet })
    desk.view.setState({ dialog: 'replace-list' })
  }
}

/** The operator keeps the open list. */
export function keepList(desk: Desk): void {
  desk.list.setState({ waiting: undefined })
  desk.view.setState({ dialog: undefined })
}

/** Brings a list into view, in place of the one before. */
export function openSheet(desk: Desk, sheet: Sheet): void {
  desk.list.setState({
    sheet,
    corrections: [],
    waiting: undefined,
    runId: undefined,
    region: regionFor(desk, sheet),
  })
  showAfresh(desk.view, 'list')
  desk.view.setState({ page: 'phones' })
  if (sheet.findings.length > 0) desk.view.setState({ panel: { open: true, tab: 'findings' } })
  announce(desk.live, text.window.phones.opened(sheet.name, sheet.rows.length))
}

/**
 * For the rows that name none. In a list that says its regions itself these are mostly mistakes, which what was chosen
 * for the list before must not hide.
 */
function regionFor(desk: Desk, sheet: Sheet): Region | undefined {
  const { sheet: before, region: chosen } = desk.list.getState()
  if (sheet.hasRegionColumn) return before ? undefined : chosen
  return desk.settings.getState().region ?? chosen
}
