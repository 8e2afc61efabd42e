import { useStore } from 'zustand'
import { useDesk, useList, useRun, useSession, useView } from '../../stores/desk-context.tsx'
import { type Offer, offerOf } from './offer.ts'

/** What is offered now; undefined when nothing is. */
export function useOffer(): Offer | undefined {
  const past = useStore(useDesk().past)
  const session = useSession((data) => data.session)
  const run = useRun(({ state }) => state)
  return offerOf(past, session, run)
}

/** Whether the page of phones is empty: then it has room for all that is known of the run. */
export function useHasRoom(): boolean {
  const isPhones = useView(({ page, shown }) => page === 'phones' && shown === 'list')
  return useList(({ sheet }) => sheet === undefined) && isPhones
}
