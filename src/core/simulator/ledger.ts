import { type Region, regions } from '../../shared/gateway/region.ts'
import type { RequestedPhone, SimulatedBatch } from './batches.ts'

export type CallKind =
  | 'serviceDiscovery'
  | 'tenants'
  | 'createbatch'
  | 'batchstatus'
  | 'batchsummaries'
  | 'policies'
  | 'account'
  | 'accounts'
  | 'devices'
  | 'other'

/** A record of the service's calls, for tests and checks. It grows as calls come. */
export type Ledger = {
  /** HTTP requests that arrived, also those that met a fault or a refusal. */
  readonly calls: Readonly<Record<CallKind, number>>
  /** The batches that createbatch took, in order. */
  readonly batches: readonly LedgerBatch[]
  /** The error codes of createbatch's refusals, in order. */
  readonly refusedBatches: readonly string[]
  /** The most batches that were open at once, batches of others included, looked at whenever one is taken. */
  readonly mostOpenBatches: Readonly<Record<Region, number>>
  /** Hardware IDs that createbatch took more than once. */
  readonly takenTwice: readonly string[]
  readonly correlationIds: readonly string[]
  readonly userAgents: readonly string[]
}

type LedgerBatch = {
  readonly batchId: string
  readonly region: Region
  readonly phones: readonly RequestedPhone[]
  /** Wall time, ms since the epoch. */
  readonly takenAt: number
  readonly statusCalls: number
}

export type LedgerWriter = {
  readonly ledger: Ledger
  arrived(kind: CallKind, headers: Readonly<Record<string, string | readonly string[] | undefined>>): void
  took(batch: SimulatedBatch, open: number): void
  refused(code: string): void
  asked(batchId: string): void
}

/** An empty ledger, and how to write into it. */
export function createLedger(): LedgerWriter {
  const calls = {
    serviceDiscovery: 0,
    tenants: 0,
    createbatch: 0,
    batchstatus: 0,
    batchsummaries: 0,
    policies: 0,
    account: 0,
    accounts: 0,
    devices: 0,
    other: 0,
  }
  const mostOpenBatches = Object.fromEntries(regions.map((region) => [region, 0])) as Record<Region, number>
  const batches: { -readonly [Key in keyof LedgerBatch]: LedgerBatch[Key] }[] = []
  const refusedBatches: string[] = []
  const takenTwice: string[] = []
  const correlationIds: string[] = []
  const userAgents: string[] = []
  const taken = new Set<string>()
  return {
    ledger: { calls, batches, refusedBatches, mostOpenBatches, takenTwice, correlationIds, userAgents },
    arrived(kind, headers) {
      calls[kind]++
      correlationIds.push(String(headers['x-ms-correlation-id'] ?? ''))
      userAgents.push(String(headers['user-agent'] ?? ''))
    },
    took({ batchId, region, takenAt, items }, open) {
      batches.push({
        ...{ batchId, region, takenAt, statusCalls: 0 },
        // Made when somebody looks. Otherwise a long run would hold each phone twice.
        get phones() {
          return items.map(({ userName, hardwareId }) => ({ userName, hardwareId }))
        },
      })
      mostOpenBatches[region] = Math.max(mostOpenBatches[region], open)
      for (const { hardwareId } of items) {
        if (taken.has(hardwareId.toUpperCase())) takenTwice.push(hardwareId)
        taken.add(hardwareId.toUpperCase())
      }
    },
    refused: (code) => void refusedBatches.push(code),
    asked(batchId) {
      const batch = batches.find((one) => one.batchId === batchId)
      if (batch) batch.statusCalls++
    },
  }
}
