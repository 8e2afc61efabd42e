import { type Offer, offerOf } from '../../model/history/offer.ts'
import { useHistory, useList, useRun, useSession, useView } from '../../stores/stores-context.tsx'

/** The current offer; undefined if there is none. */
export function useOffer(): Offer | undefined {
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const putOff = useHistory((data) => data.putOff)
  const session = useSession((data) => data.session)
  const run = useRun(({ state }) => state)
  return offerOf(runs, putOff, session, run)
}

/** Whether the page of phones is empty: then it has room for all that is known of the run. */
export function useHasRoom(): boolean {
  const isPhones = useView(({ page, shown }) => page === 'phones' && shown === 'list')
  return useList(({ sheet }) => sheet === undefined) && isPhones
}
