import type { Clock } from '../../src/core/clock/clock.ts'
import type { BatchPhone, BatchReport, Gateway, Outcome } from '../../src/core/gateway/gateway.ts'
import type { GatewayFailure } from '../../src/shared/gateway/failure.ts'
import type { Region } from '../../src/shared/gateway/region.ts'
import { fail, succeed } from '../../src/shared/result.ts'

type ScriptedBatch = {
  readonly batchId: string
  readonly region: Region
  readonly phones: readonly BatchPhone[]
  readonly takenAt: number
}

export type ScriptedGateway = Gateway & {
  readonly taken: readonly ScriptedBatch[]
  readonly creates: () => number
  readonly statusCalls: () => number
  readonly mostOpenPerRegion: () => number
  /** The next createbatch calls fail like this; with `taken`, the batch is made anyway. */
  failCreates(...failures: readonly (GatewayFailure & { readonly taken?: true })[]): void
  failStatuses(...failures: readonly GatewayFailure[]): void
}

/**
 * The service as a value, for the engine's own logic: each phone is through `phoneMs` after its batch was
 * taken, staggered by `staggerMs`. What really goes over the wire is tested against the simulator.
 */
export function scriptedGateway(
  clock: Clock,
  {
    phoneMs = 60_000,
    staggerMs = 1_000,
    /** Which phones fail; for an offline device, unless it says for what. */
    isFailed = (_: BatchPhone): boolean | string => false,
  } = {},
): ScriptedGateway {
  const taken: ScriptedBatch[] = []
  const createFailures: (GatewayFailure & { readonly taken?: true })[] = []
  const statusFailures: GatewayFailure[] = []
  let creates = 0
  let statusCalls = 0
  let mostOpen = 0

  const endOf = ({ takenAt, phones }: ScriptedBatch): number => takenAt + phoneMs + phones.length * staggerMs
  const take = (region: Region, phones: readonly BatchPhone[]): ScriptedBatch => {
    const batch = { batchId: `batch-${taken.length + 1}`, region, phones, takenAt: clock.now() }
    taken.push(batch)
    const open = taken.filter((one) => one.region === region && endOf(one) > clock.now())
    mostOpen = Math.max(mostOpen, open.length)
    return batch
  }

  return {
    taken,
    creates: () => creates,
    statusCalls: () => statusCalls,
    mostOpenPerRegion: () => mostOpen,
    failCreates: (...failures) => void createFailures.push(...failures),
    failStatuses: (...failures) => void statusFailures.push(...failures),
    async createBatch(region, phones) {
      creates++
      const failure = createFailures.shift()
      if (failure && !failure.taken) return fail(failure)
      const { batchId } = take(region, phones)
      return failure ? fail(failure) : succeed({ batchId, itemsCount: phones.length })
    },
    async batchStatus(batchId): Promise<Outcome<BatchReport>> {
      statusCalls++
      const failure = statusFailures.shift()
      if (failure) return fail(failure)
      const batch = taken.find((one) => one.batchId === batchId)
      if (!batch) return fail({ kind: 'not-found', message: 'No such batch.' })
      const items = batch.phones.map((phone, index) => {
        const isDone = clock.now() >= batch.takenAt + phoneMs + index * staggerMs
        const failed = isFailed(phone)
        const status = isDone ? (failed ? 'failed' : 'success') : 'inProgress'
        const error = typeof failed === 'string' ? failed : 'Device is offline.'
        return { ...phone, status, error: status === 'failed' ? error : undefined }
      })
      const batchStatus = clock.now() >= endOf(batch) ? 'Completed' : 'InProgress'
      return succeed({ batchId, batchStatus, items })
    },
    async batchSummaries() {
      return succeed(
        taken.map(({ batchId, region, phones, takenAt }) => ({
          batchId,
          region,
          itemsCount: phones.length,
          batchStatus: 'InProgress',
          requestTime: new Date(takenAt).toISOString(),
          userId: undefined,
        })),
      )
    },
    async checkAccess() {
      const history = await this.batchSummaries()
      return history.ok ? succeed(undefined) : history
    },
    tenant: async () => fail({ kind: 'not-found', message: 'Not scripted.' }),
  }
}
