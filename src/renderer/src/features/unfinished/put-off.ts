import type { Offer } from '../../model/history/offer.ts'
import type { AppStores } from '../../stores/app-stores.ts'

/** Offers these no more, until the window is loaded anew. */
export function putOff(stores: AppStores, { runIds }: Pick<Offer, 'runIds'>): void {
  stores.history.setState({ putOff: [...stores.history.getState().putOff, ...runIds] })
}
