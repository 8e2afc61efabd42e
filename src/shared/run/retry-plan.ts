import type { PlannedPhone } from './events.ts'
import type { PastRun } from './past-run.ts'
import { planBatches, type RunPlan } from './plan.ts'
import type { PhoneState, RunState } from './run-state.ts'
import type { Fate, TriedPhone } from './tried-phone.ts'

/**
 * Plans the failed phones of a run again. Unknown phones did not fail: the operator decides about them. Phones whose
 * last try since then did not fail are left out, too: their password would be reset for nothing, or during a try that
 * is still open. `runs`: those on this disk; `chosen`: the rows to try, if not all.
 */
export function retryPlan(state: RunState, runs: readonly PastRun[], chosen?: ReadonlySet<number>): RunPlan {
  const since = triedSince(state, runs)
  const phones = failedOf(state)
    .filter((phone) => !since.has(keyOf(phone)) && (!chosen || chosen.has(phone.row)))
    .map(({ row, username, hardwareId, region }): PlannedPhone => ({ row, username, hardwareId, region }))
  return { phones, batches: planBatches(phones), leftOut: [], ...(state.others && { others: state.others }) }
}

/** How many failed phones are not tried again because of what has become of them in `run` since. */
export type LeftOutOfRetry = {
  readonly fate: Exclude<Fate, 'failed' | 'not sent'>
  readonly run: Pick<PastRun, 'runId' | 'listName' | 'startedAt'>
  readonly phones: number
}

/** What `retryPlan` leaves out of the failed phones, by run and by what became of them there. */
export function leftOutOfRetry(state: RunState, runs: readonly PastRun[]): readonly LeftOutOfRetry[] {
  const since = triedSince(state, runs)
  const groups = new Map<string, LeftOutOfRetry>()
  for (const phone of failedOf(state)) {
    const last = since.get(keyOf(phone))
    if (!last) continue
    const group = `${last.run.runId} ${last.fate}`
    groups.set(group, { ...last, phones: (groups.get(group)?.phones ?? 0) + 1 })
  }
  return [...groups.values()]
}

/** The failed phones of a run that a later try has left unknown: it may have signed them in. */
export function unknownSince(state: RunState, runs: readonly PastRun[]): readonly PhoneState[] {
  const since = triedSince(state, runs)
  return failedOf(state).filter((phone) => since.get(keyOf(phone))?.fate === 'unknown')
}

const failedOf = ({ phones }: RunState): readonly PhoneState[] =>
  phones.filter(({ status }) => status === 'failed')

/**
 * What speaks against another try, by phone. Only a failed phone is ever tried again, so whatever else became of
 * one in its family was the end of it: no clock has to tell which try was the last.
 */
function triedSince(state: RunState, runs: readonly PastRun[]): ReadonlyMap<string, Since> {
  const family = familyOf(state, runs)
  const since = new Map<string, Since>()
  for (const run of runs) {
    if (run.runId === state.runId || !family.has(run.runId)) continue
    for (const { fate, ...phone } of run.tried ?? []) {
      const key = keyOf(phone)
      if (fate !== 'failed' && fate !== 'not sent' && !since.has(key)) since.set(key, { fate, run })
    }
  }
  return since
}

type Since = Omit<LeftOutOfRetry, 'phones'>

/**
 * The run and all runs of its tenant that try the same failed phones again, directly or through other retries. A later
 * retry of a run that was deleted or can't be read may be one of them, so it counts, and so do its own retries.
 */
function familyOf(
  { runId, retryOf, tenant, startedAt }: RunState,
  runs: readonly PastRun[],
): ReadonlySet<string> {
  const ofTenant = runs.filter((run) => run.tenant.id === tenant.id)
  const onDisk = new Set(runs.map((run) => run.runId))
  const orphans = ofTenant.filter(
    (run) => run.retryOf !== undefined && !onDisk.has(run.retryOf) && run.startedAt > startedAt,
  )
  const family = new Set(retryOf === undefined ? [runId] : [runId, retryOf])
  const later = new Set(orphans.map((run) => run.runId))
  for (let size = 0; size !== family.size + later.size; ) {
    size = family.size + later.size
    for (const run of ofTenant) {
      if (run.retryOf === undefined) continue
      if (later.has(run.retryOf)) later.add(run.runId)
      if (family.has(run.runId) || family.has(run.retryOf)) family.add(run.runId).add(run.retryOf)
    }
  }
  return family.union(later)
}

// A retry takes both over from the run it tries again, letter by letter.
const keyOf = ({ hardwareId, username }: Pick<TriedPhone, 'hardwareId' | 'username'>): string =>
  `${hardwareId} ${username}`
