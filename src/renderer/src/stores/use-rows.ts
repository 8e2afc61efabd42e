import type { PhoneList } from '../../../shared/phones/phone-list.ts'
import type { RunState } from '../../../shared/run/run-state.ts'
import { memoizeLast } from '../model/memoize-last.ts'
import { type ListStanding, listRows } from '../model/phones/list-rows.ts'
import type { Row } from '../model/phones/row.ts'
import { runRows } from '../model/phones/run-rows.ts'
import { createReadinessRows } from '../model/readiness/known-readiness.ts'
import type { AppStores } from './app-stores.ts'
import { checkedList } from './list-check.ts'
import { useList, useRun, useSession, useView } from './stores-context.tsx'
import { listRunsIn, memoryIn, ofTenant, useListRuns, useMemory } from './use-memory.ts'
import { knownIn, useKnownReadiness } from './use-readiness.ts'
import type { ViewData } from './view-store.ts'

const none: readonly Row[] = []

const withReadiness = createReadinessRows()

/** All rows of what is shown, in file order. Who wants none for now is not told of each event of a run. */
export function useRows(areWanted = true): readonly Row[] {
  const shown = useView((view) => view.shown)
  const list = useListRows(areWanted)
  const run = useRun(({ state }) => (areWanted ? state : undefined))
  const runs = useListRuns(areWanted)
  return areWanted ? rowsShown(shown, list, run, runs) : none
}

/** All rows of the open list, in file order, as they stand. */
export function useListRows(areWanted = true): readonly Row[] {
  const list = useList((data) => (areWanted ? checkedList(data) : undefined))
  const memory = useMemory()
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  const leftOut = useList((data) => data.leftOut)
  const runs = useListRuns(areWanted)
  const known = useKnownReadiness()
  return areWanted ? withReadiness(rowsOf(list, { memory, areIncluded, leftOut, runs }), known) : none
}

/** Whether the rows that are shown are those of the open list: always, but for a run that was started elsewhere. */
export function useIsListShown(): boolean {
  const shown = useView((view) => view.shown)
  const runId = useRun(({ state }) => state?.runId)
  const session = useSession((data) => data.session)
  return useList(({ runs }) => isListShown(shown, runId, ofTenant(runs, session)))
}

/** The same for actions, as things stand now. */
export const listRowsIn = (stores: AppStores): readonly Row[] =>
  withReadiness(
    rowsOf(checkedList(stores.list.getState()), {
      memory: memoryIn(stores),
      areIncluded: stores.list.getState().includeSignedIn,
      leftOut: stores.list.getState().leftOut,
      runs: listRunsIn(stores),
    }),
    knownIn(stores),
  )

export const shownRowsIn = (stores: AppStores): readonly Row[] =>
  rowsShown(stores.view.getState().shown, listRowsIn(stores), stores.run.getState().state, listRunsIn(stores))

export const isListShownIn = (stores: AppStores): boolean =>
  isListShown(stores.view.getState().shown, stores.run.getState().state?.runId, listRunsIn(stores))

/** The rows of the open list that a run has signed in, or is about to: they stay as they are. */
export const lockedRows = (stores: AppStores): ReadonlySet<number> => lockedAmong(listRowsIn(stores))

const lockedAmong = memoizeLast(
  (rows: readonly Row[]): ReadonlySet<number> =>
    new Set(rows.flatMap(({ row, isLocked }) => (isLocked ? [row] : []))),
)

const rowsOf = (list: PhoneList | undefined, standing: ListStanding): readonly Row[] =>
  list ? listRows(list, standing) : none

const rowsShown = (
  shown: ViewData['shown'],
  list: readonly Row[],
  run: RunState | undefined,
  runs: readonly RunState[],
): readonly Row[] => (isListShown(shown, run?.runId, runs) ? list : run ? runRows(run) : none)

const isListShown = (shown: ViewData['shown'], run: string | undefined, runs: readonly RunState[]): boolean =>
  shown === 'list' || runs.some(({ runId }) => runId === run)
