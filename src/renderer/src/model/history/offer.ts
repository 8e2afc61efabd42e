import { isWatching } from '../../../../shared/run/is-watching.ts'
import { isUnfinished, type PastRun } from '../../../../shared/run/past-run.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import type { SessionState } from '../../../../shared/session.ts'
import { memoizeLast } from '../memoize-last.ts'

/** Unfinished work of earlier runs. */
export type Offer = {
  /** Of this tenant, the latest first: they can be resumed. */
  readonly here: readonly PastRun[]
  /** Of this tenant, and watched by another process, of this computer or of another. */
  readonly watchedElsewhere: readonly PastRun[]
  /** They wait for a sign-in to their tenant. */
  readonly otherTenants: readonly { readonly tenant: string; readonly runs: number }[]
  /** All of them. */
  readonly runIds: readonly string[]
}

/**
 * The runs to offer; undefined when there is nothing to say, no tenant is known, or a run is being watched. The
 * shown run is not among them: it has its own button. An operator in a real tenant is not reminded of simulated
 * runs.
 */
export const offerOf = memoizeLast(
  (
    runs: readonly PastRun[] | undefined,
    putOff: readonly string[],
    session: SessionState | undefined,
    shown: RunState | undefined,
  ): Offer | undefined => {
    if (session?.kind !== 'signed-in' || isWatching(shown)) return undefined
    const { tenant } = session
    const open = (runs ?? []).filter(
      (run) => isUnfinished(run) && run.runId !== shown?.runId && !putOff.includes(run.runId),
    )
    const here = open.filter((run) => run.tenant.id === tenant.id)
    const elsewhere = open.filter((run) => run.tenant.id !== tenant.id && !run.tenant.simulated)
    if (here.length + elsewhere.length === 0) return undefined
    return {
      here: here.filter(({ watching }) => watching.kind === 'stopped'),
      watchedElsewhere: here.filter(({ watching }) => watching.kind === 'watching'),
      otherTenants: byTenant(elsewhere),
      runIds: [...here, ...elsewhere].map(({ runId }) => runId),
    }
  },
)

function byTenant(runs: readonly PastRun[]): Offer['otherTenants'] {
  const tenants = new Map<string, { readonly tenant: string; runs: number }>()
  for (const { tenant } of runs) {
    const known = tenants.get(tenant.id)
    if (known) known.runs += 1
    else tenants.set(tenant.id, { tenant: tenant.name, runs: 1 })
  }
  return [...tenants.values()]
}
