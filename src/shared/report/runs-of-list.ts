import { isSameTenant } from '../gateway/tenant.ts'
import type { PastRun } from '../run/past-run.ts'

type ListRun = Pick<PastRun, 'listName' | 'tenant'>

/** The runs of the same list in the same tenant, the one itself among them, in their order. */
export const runsOfList = <Run extends ListRun>(run: ListRun, runs: readonly Run[]): readonly Run[] =>
  runs.filter((one) => one.listName === run.listName && isSameWork(one, run))

/** Whether both can stand in one report: what is real is never mixed with what is not. */
export const isSameWork = (one: Pick<ListRun, 'tenant'>, other: Pick<ListRun, 'tenant'>): boolean =>
  isSameTenant(one.tenant, other.tenant) && one.tenant.simulated === other.tenant.simulated
