import type { AccountFacts, TenantFacts } from '../../shared/readiness/facts.ts'

/**
 * Where facts about readiness come from. The admin API and the simulator stand behind `readinessFromApi`; a source that
 * asks Microsoft's cmdlets has this shape, too. Both reads change nothing, and neither rejects for what the network or
 * the service does: what could not be read says so, field by field.
 */
export type ReadinessSource = {
  tenant(signal?: AbortSignal): Promise<TenantFacts>
  /** By username in lower case, one for each that was asked for. `onRead` hears how many of them are done. */
  accounts(
    usernames: readonly string[],
    options?: { readonly signal?: AbortSignal; readonly onRead?: (done: number) => void },
  ): Promise<ReadonlyMap<string, AccountFacts>>
}
