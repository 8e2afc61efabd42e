import { type Desk, invoke } from '../../stores/desk.ts'
import { pages } from '../../stores/view-store.ts'
import type { Offer } from './offer.ts'

/** Asks main what is on this disk. Where that fails nothing is offered: it was not asked for. */
export async function lookForUnfinished(desk: Desk): Promise<void> {
  const answer = await invoke(desk, 'history:runs', undefined)
  if (answer.ok) desk.past.setState({ runs: answer.value.runs })
}

/** Offers these no more, until the window is loaded anew. */
export function putOff(desk: Desk, { runIds }: Pick<Offer, 'runIds'>): void {
  desk.past.setState({ putOff: [...desk.past.getState().putOff, ...runIds] })
}

/** The way to the page of earlier runs; undefined while the window has none. */
export function wayToHistory(desk: Desk): (() => void) | undefined {
  const history = pages.find((page) => String(page) === 'history')
  return history && (() => desk.view.setState({ page: history }))
}
