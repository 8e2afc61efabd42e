import { z } from 'zod'
import { regions } from '../../shared/gateway/region.ts'
import type { ClaimedPhone } from '../../shared/run/claims.ts'
import { claimKinds, stopReasons } from '../../shared/run/events.ts'
import type { PhoneOutcome } from '../../shared/run/outcome.ts'
import type { PastRun } from '../../shared/run/past-run.ts'
import { batchStages } from '../../shared/run/run-state.ts'
import { fates, type TriedPhone } from '../../shared/run/tried-phone.ts'
import { operator, tenant } from './party-schema.ts'

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

/** Each key of a run that nobody watches and whose journal is sound: what is missing here would be missing in lists. */
const keys = {
  runId: z.string(),
  tenant,
  operator,
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
  leftOutSignedIn: number.exactOptional(),
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
} satisfies Record<keyof Omit<PastRun, 'holder' | 'trouble' | 'isReadOnly'>, z.ZodType>

const run: z.ZodType<PastRun> = z.object(keys)

/** A file of a summary. Of a run that nobody watches, whose journal is sound to its end. */
export const summary = z.object({ version: z.number(), stamp: z.string(), run })
