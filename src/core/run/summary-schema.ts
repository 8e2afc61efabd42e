import { z } from 'zod'
import { regions } from '../../shared/gateway/region.ts'
import type { ClaimedPhone } from '../../shared/run/claims.ts'
import { claimKinds, stopReasons } from '../../shared/run/events.ts'
import type { PhoneOutcome } from '../../shared/run/outcome.ts'
import type { PastRun } from '../../shared/run/past-run.ts'
import { batchStages } from '../../shared/run/run-state.ts'
import { fates, type TriedPhone } from '../../shared/run/tried-phone.ts'

const number = z.number()
const counts = z.object({
  ...{ queued: number, submitting: number, 'signing in': number, 'signed in': number, failed: number },
  ...{ unknown: number, 'not sent': number },
})

/** A list with an entry for each phone: looking at each key of each with zod would take longer than all the rest. */
const listOf = <Phone extends object>(
  ...keys: readonly (readonly [string, ReadonlySet<string> | undefined])[]
) =>
  z.custom<readonly Phone[]>(
    (value) =>
      Array.isArray(value) &&
      value.every(
        (one) =>
          typeof one === 'object' &&
          one !== null &&
          keys.every(([key, allowed]) => {
            const found: unknown = one[key]
            return typeof found === 'string' && (allowed?.has(found) ?? true)
          }),
      ),
  )

const names = [
  ['username', undefined],
  ['hardwareId', undefined],
] as const

const hold = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), batch: number, answer: z.string() }),
  z.object({
    ...{ kind: z.literal('failures'), batch: number, reason: z.string() },
    ...{ said: z.string(), phones: number, of: number },
  }),
])

const run: z.ZodType<PastRun> = z.object({
  runId: z.string(),
  tenant: z.object({
    id: z.string(),
    name: z.string(),
    domain: z.string().exactOptional(),
    simulated: z.boolean(),
    simulator: z.string().exactOptional(),
  }),
  operator: z.object({ username: z.string(), objectId: z.string().exactOptional() }),
  listName: z.string(),
  retryOf: z.string().exactOptional(),
  startedAt: z.iso.datetime(),
  lastEventAt: z.iso.datetime(),
  watching: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('stopped'), reason: z.enum(stopReasons) }),
    z.object({ kind: z.literal('finished') }),
  ]),
  counts,
  leftOut: number,
  batches: z.array(
    z.object({
      region: z.enum(regions),
      phones: number,
      stage: z.enum(batchStages),
      batchId: z.string().exactOptional(),
    }),
  ),
  toSubmit: z.object({ phones: number, batches: number }),
  hold: hold.exactOptional(),
  claims: listOf<ClaimedPhone>(...names, ['claim', new Set(claimKinds)]).exactOptional(),
  outcomes: listOf<PhoneOutcome>(
    ...names,
    ['status', new Set(['signed in', 'failed', 'unknown'])],
    ['at', undefined],
  ).exactOptional(),
  tried: listOf<TriedPhone>(...names, ['fate', new Set(fates)]).exactOptional(),
})

/** A file of a summary. Of a run that nobody watches, whose journal is sound to its end. */
export const summary = z.object({ version: z.number(), stamp: z.string(), run })
