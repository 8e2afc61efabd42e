import type { AccountFacts, TenantFacts } from '../../../../shared/readiness/facts.ts'
import { type AccountsRead, judgeAccounts, judgeTenant } from '../../../../shared/readiness/judge.ts'
import type { Judged, JudgedAccount, TenantCheck } from '../../../../shared/readiness/readiness.ts'
import { mapChanged } from '../map-changed.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Row } from '../phones/row.ts'

/** The known facts about a tenant and its accounts, judged. */
export type KnownReadiness = {
  /** When the tenant was read, ISO 8601. */
  readonly at: string
  readonly tenant: readonly Judged<TenantCheck>[]
  /** By username in lower case. */
  readonly accounts: ReadonlyMap<string, JudgedAccount>
  readonly facts: TenantFacts
}

/** Undefined while the tenant was not read. */
export const knownReadiness = memoizeLast(
  (tenant: TenantFacts | undefined, accounts: AccountsRead): KnownReadiness | undefined =>
    tenant && {
      at: tenant.at,
      tenant: judgeTenant(tenant),
      accounts: judgeAccounts(accounts, tenant),
      facts: tenant,
    },
)

export const judgedOf = (
  known: KnownReadiness | undefined,
  { username }: { readonly username: string },
): JudgedAccount | undefined => known?.accounts.get(username.toLowerCase())

/** The rows with what is known of their accounts. What did not change keeps its identity. */
export function createReadinessRows(): (
  rows: readonly Row[],
  known: KnownReadiness | undefined,
) => readonly Row[] {
  const made = new WeakMap<Row, Row>()
  const withIts = (row: Row, known: KnownReadiness): Row => {
    const readiness = judgedOf(known, row)
    if (!readiness) return row
    const before = made.get(row)
    if (before?.readiness === readiness) return before
    const after = { ...row, readiness }
    made.set(row, after)
    return after
  }
  const mapperOf = memoizeLast((known: KnownReadiness) => mapChanged((row: Row) => withIts(row, known)))
  return memoizeLast((rows, known) => (known && known.accounts.size > 0 ? mapperOf(known)(rows) : rows))
}

/** How long facts count before a run, in ms. */
const staysFresh = 15 * 60_000

/** Whether what was read at this moment (ISO 8601) still counts; undefined: never. `now` in ms since the epoch. */
export const isFresh = (at: string | undefined, now: number): boolean =>
  at !== undefined && now - Date.parse(at) <= staysFresh

/** Which of these accounts were never read, or too long ago; and whether the tenant was. `now` in ms since the epoch. */
export function staleFacts(
  usernames: readonly string[],
  accounts: ReadonlyMap<string, AccountFacts>,
  tenant: TenantFacts | undefined,
  now: number,
): { readonly usernames: readonly string[]; readonly withTenant: boolean } {
  const isStale = (at: string | undefined): boolean => !isFresh(at, now)
  return {
    usernames: usernames.filter((name) => isStale(accounts.get(name.toLowerCase())?.at)),
    withTenant: isStale(tenant?.at),
  }
}
