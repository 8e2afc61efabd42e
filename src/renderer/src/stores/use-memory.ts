import { isSameTenant } from '../../../shared/gateway/tenant.ts'
import type { PastRun } from '../../../shared/run/past-run.ts'
import { noMemory, type RunMemory, runMemory } from '../../../shared/run/run-memory.ts'
import type { RunState } from '../../../shared/run/run-state.ts'
import { type Elsewhere, nothingElsewhere, withElsewhere } from '../../../shared/run/submitted-elsewhere.ts'
import type { SessionState } from '../../../shared/session.ts'
import { memoizeLast } from '../model/memoize-last.ts'
import type { AppStores } from './app-stores.ts'
import { type Asked, type HistoryData, notAsked } from './history-store.ts'
import { placeOf } from './load-runs.ts'
import { useHistory, useList, useSession } from './stores-context.tsx'

/**
 * Which phones were signed in lately in the tenant of the session: by the runs of this computer, and by the batches of others,
 * as far as these were looked up.
 */
export function useMemory(): RunMemory {
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const session = useSession((data) => data.session)
  return memoryOf(runs, session, useElsewhere().value)
}

export const memoryIn = (stores: AppStores): RunMemory =>
  memoryOf(
    stores.history.getState().disk.value?.runs,
    stores.session.getState().session,
    elsewhereIn(stores).value,
  )

// Several parts of the page ask for the same: the last answer serves them all.
const memoryOf = memoizeLast(
  (
    runs: readonly PastRun[] | undefined,
    session: SessionState | undefined,
    elsewhere: Elsewhere = nothingElsewhere,
  ): RunMemory =>
    runs && session?.kind === 'signed-in'
      ? withElsewhere(runMemory(runs, session.tenant, Date.now()), elsewhere)
      : noMemory,
)

/** What others have submitted in the tenant of the session. */
export function useElsewhere(): Asked<Elsewhere> {
  const session = useSession((data) => data.session)
  return useHistory((data) => elsewhereOf(data, session))
}

export const elsewhereIn = ({ history, session }: AppStores): Asked<Elsewhere> =>
  elsewhereOf(history.getState(), session.getState().session)

const elsewhereOf = (data: HistoryData, session: SessionState | undefined): Asked<Elsewhere> =>
  data.elsewhereOf === placeOf(session) ? data.elsewhere : notAsked

const noRuns: readonly RunState[] = []

/** The runs of the open list, the earliest first. Once somebody works in another tenant, they say nothing of it. */
export function useListRuns(areWanted = true): readonly RunState[] {
  const runs = useList((list) => (areWanted ? list.runs : noRuns))
  const session = useSession((data) => data.session)
  return areWanted ? ofTenant(runs, session) : noRuns
}

export const listRunsIn = (stores: AppStores): readonly RunState[] =>
  ofTenant(stores.list.getState().runs, stores.session.getState().session)

/** Those of these runs that are of the tenant in which somebody works. */
export const ofTenant = memoizeLast((runs: readonly RunState[], session: SessionState | undefined) => {
  if (session?.kind !== 'signed-in') return runs
  const own = runs.filter((run) => isSameTenant(run.tenant, session.tenant))
  return own.length === runs.length ? runs : own
})
