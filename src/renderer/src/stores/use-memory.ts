import type { PastRun } from '../../../shared/run/past-run.ts'
import { noMemory, type RunMemory, runMemory } from '../../../shared/run/run-memory.ts'
import type { SessionState } from '../../../shared/session.ts'
import { memoizeLast } from '../model/memoize-last.ts'
import { type StartPlan, startPlan } from '../model/phones/start-plan.ts'
import { checkedList } from './list-store.ts'
import { useHistory, useList, useSession } from './stores-context.tsx'

/** Which phones the runs of this computer have signed in lately, in the tenant of the session. */
export function useMemory(): RunMemory {
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const session = useSession((data) => data.session)
  return memoryOf(runs, session)
}

// Several parts of the page ask for the same: the last answer serves them all.
const memoryOf = memoizeLast(
  (runs: readonly PastRun[] | undefined, session: SessionState | undefined): RunMemory =>
    runs && session?.kind === 'signed-in' ? runMemory(runs, session.tenant, Date.now()) : noMemory,
)

/** What a run of the open list would do; undefined while none is open. */
export function useStartPlan(): StartPlan | undefined {
  const list = useList(checkedList)
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  const memory = useMemory()
  return list && startPlan(list, memory, areIncluded)
}
