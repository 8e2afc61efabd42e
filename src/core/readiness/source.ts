import type { AccountFacts, TenantFacts } from '../../shared/readiness/facts.ts'

/**
 * Where facts about readiness come from. `readinessFromApi` reads them from the admin API or the simulator. A source
 * that asks Microsoft's cmdlets has this shape, too. Both reads change nothing. Neither rejects for what the network or
 * the service does: each field that could not be read says so.
 */
export type ReadinessSource = {
  tenant(signal?: AbortSignal): Promise<TenantFacts>
  /** Facts by username in lower case, for each one that was asked for. `onRead` hears how many are done. */
  accounts(
    usernames: readonly string[],
    options?: { readonly signal?: AbortSignal; readonly onRead?: (done: number) => void },
  ): Promise<ReadonlyMap<string, AccountFacts>>
}
