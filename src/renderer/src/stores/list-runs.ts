import type { RunState } from '../../../shared/run/run-state.ts'
import type { AppStores } from './app-stores.ts'

/** A run was started from the open list. From now on the run gives the status of its rows; its journal has the plan. */
export function addListRun(stores: AppStores, runId: string): void {
  const { runIds, sheet } = stores.list.getState()
  stores.list.setState({ runIds: [...runIds, runId], saved: sheet })
  followListRun(stores)
}

/** Takes over how the shown run stands, where it is one of the open list. */
export function followListRun(stores: AppStores): void {
  const { state } = stores.run.getState()
  const { runIds, runs } = stores.list.getState()
  if (!state || !runIds.includes(state.runId)) return
  const byId = new Map<string, RunState>([...runs, state].map((run) => [run.runId, run]))
  stores.list.setState({ runs: runIds.flatMap((runId) => byId.get(runId) ?? []) })
}

/** The journal of a run is gone: the list says nothing of it any more. */
export function forgetListRun(stores: AppStores, runId: string): void {
  const { runIds, runs } = stores.list.getState()
  if (!runIds.includes(runId)) return
  stores.list.setState({
    runIds: runIds.filter((one) => one !== runId),
    runs: runs.filter((run) => run.runId !== runId),
  })
}
