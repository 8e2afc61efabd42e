import type { GatewayFailure } from '../../shared/gateway/failure.ts'
import type { Tenant } from '../../shared/gateway/tenant.ts'
import type { Result } from '../../shared/result.ts'
import { batchIdsOf, type PastRun } from '../../shared/run/past-run.ts'
import { type Elsewhere, nothingElsewhere } from '../../shared/run/submitted-elsewhere.ts'
import type { BatchReport } from '../gateway/gateway.ts'
import { batchesElsewhere, longestReadMs, type ReadBatches } from './batches-elsewhere.ts'
import type { Session } from './session.ts'

/** What others have submitted in a tenant today; what was read of it is kept, tenant by tenant. */
export type ElsewhereReader = {
  /** Reads it. `runs`: all of this disk. */
  read(
    session: Pick<Session, 'gateway' | 'tenant'>,
    runs: readonly Pick<PastRun, 'batches'>[],
  ): Promise<Result<Elsewhere, GatewayFailure>>
  /** The same; where it cannot be read, what was read last. */
  readOrLast(
    session: Pick<Session, 'gateway' | 'tenant'>,
    runs: readonly Pick<PastRun, 'batches'>[],
  ): Promise<Elsewhere>
}

export function createElsewhereReader(now: () => number): ElsewhereReader {
  const known = new Map<string, Known>()

  const read: ElsewhereReader['read'] = async ({ gateway, tenant }, runs) => {
    const { read } = knownOf(known, tenant)
    const signal = AbortSignal.timeout(longestReadMs)
    const found = await batchesElsewhere(gateway, { known: batchIdsOf(runs), now: now(), read, signal })
    if (found.ok) known.set(keyOf(tenant), { read, last: found.value })
    return found
  }
  return {
    read,
    async readOrLast(session, runs) {
      const found = await read(session, runs)
      return found.ok ? found.value : knownOf(known, session.tenant).last
    },
  }
}

type Known = { readonly read: ReadBatches; readonly last: Elsewhere }

const keyOf = ({ id, simulator = '' }: Tenant): string => `${id.toLowerCase()} ${simulator}`

function knownOf(known: Map<string, Known>, tenant: Tenant): Known {
  const before = known.get(keyOf(tenant))
  if (before) return before
  const fresh = { read: new Map<string, BatchReport>(), last: nothingElsewhere }
  known.set(keyOf(tenant), fresh)
  return fresh
}
