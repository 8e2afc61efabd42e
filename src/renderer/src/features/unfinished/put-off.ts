import type { Offer } from '../../model/history/offer.ts'
import type { Desk } from '../../stores/desk.ts'

/** Offers these no more, until the window is loaded anew. */
export function putOff(desk: Desk, { runIds }: Pick<Offer, 'runIds'>): void {
  desk.history.setState({ putOff: [...desk.history.getState().putOff, ...runIds] })
}
