import type { SessionState } from '../../../shared/session.ts'
import { withLearnedBatches } from '../model/history/learned-batches.ts'
import { type AppStores, invoke } from './app-stores.ts'
import { begin, end } from './asking.ts'
import { notAsked } from './history-store.ts'

/** Reads the runs of this computer. The previous result stays in view meanwhile. */
export async function loadRuns(stores: AppStores): Promise<void> {
  const { history, run } = stores
  const asking = begin(history.getState().disk)
  history.setState({ disk: asking })
  const answer = await invoke(stores, 'history:runs', undefined)
  if (history.getState().disk !== asking) return
  const { value, ...asked } = end(asking, answer)
  // What happened while the disk was read may not be in the answer.
  const { state, events } = run.getState()
  const learned = value && withLearnedBatches(value, state?.runId, events)
  history.setState({ disk: { ...asked, ...(learned && { value: learned }) } })
}

/**
 * Asks what others have submitted in the session's tenant during the last day. The previous result stays in view meanwhile,
 * unless it is of another tenant.
 */
export async function loadElsewhere({ history, session, ...stores }: AppStores): Promise<void> {
  const elsewhereOf = placeOf(session.getState().session)
  if (elsewhereOf === undefined) return
  const { elsewhere, elsewhereOf: before } = history.getState()
  const asking = begin(before === elsewhereOf ? elsewhere : notAsked)
  history.setState({ elsewhereOf, elsewhere: asking })
  const answer = await invoke({ history, session, ...stores }, 'history:elsewhere', undefined)
  if (history.getState().elsewhere === asking) history.setState({ elsewhere: end(asking, answer) })
}

/** Which tenant a session works in, one simulated tenant told from the next; undefined where nobody is signed in. */
export const placeOf = (session: SessionState | undefined): string | undefined =>
  session?.kind === 'signed-in' ? `${session.tenant.id} ${session.tenant.simulator ?? ''}` : undefined
