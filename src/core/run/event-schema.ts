import { z } from 'zod'
import { regions } from '../../shared/gateway/region.ts'
import { claimKinds, type RunEvent, stopReasons } from '../../shared/run/events.ts'
import { isRunId } from './run-files.ts'

// A journal is a file that anything may have touched: each line is read through this schema. Unknown keys of
// a later version are dropped, unknown events refused.

const moment = z.iso.datetime()
const index = z.int().min(0)
const region = z.enum(regions)

const failureBase = {
  message: z.string(),
  said: z.string().exactOptional(),
  correlationId: z.string().exactOptional(),
}
const wait = { retryAfterMs: z.number().min(0).exactOptional() }
const sent = { sent: z.literal('no').exactOptional() }

const failure = z.discriminatedUnion('kind', [
  z.object({ ...failureBase, kind: z.literal('denied') }),
  z.object({ ...failureBase, kind: z.literal('expired') }),
  z.object({ ...failureBase, kind: z.literal('throttled'), ...wait }),
  z.object({ ...failureBase, kind: z.literal('refused'), status: z.int(), code: z.string().exactOptional() }),
  z.object({ ...failureBase, kind: z.literal('region-full') }),
  z.object({ ...failureBase, kind: z.literal('not-found') }),
  z.object({ ...failureBase, kind: z.literal('unavailable'), status: z.int(), ...wait, ...sent }),
  z.object({ ...failureBase, kind: z.literal('unreachable'), sent: z.enum(['no', 'maybe']) }),
  z.object({
    ...failureBase,
    kind: z.literal('unexpected'),
    status: z.int(),
    answer: z.string().exactOptional(),
    ...sent,
  }),
])

const base = { seq: z.int().min(1), at: moment }

export const runEvent: z.ZodType<RunEvent> = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('RunStarted'),
    format: z.literal(1),
    runId: z.string().refine(isRunId),
    appVersion: z.string(),
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
    others: z
      .object({
        headings: z.array(z.string()),
        rows: z.array(z.object({ row: index, cells: z.array(z.string()) })),
      })
      .exactOptional(),
    phones: z.array(z.object({ row: index, username: z.string(), hardwareId: z.string(), region })),
    batches: z.array(z.object({ region, phones: z.array(index) })),
    leftOut: z.array(
      z.object({
        row: index,
        username: z.string(),
        hardwareId: z.string(),
        region: region.exactOptional(),
        reason: z.string(),
        claimedBy: z.string().exactOptional(),
        signedInAt: moment.exactOptional(),
      }),
    ),
    notChosen: z
      .array(
        z.object({
          row: index,
          username: z.string(),
          hardwareId: z.string(),
          region: region.exactOptional(),
        }),
      )
      .exactOptional(),
  }),
  z.object({ ...base, type: z.literal('BatchSubmitting'), batch: index, attempt: z.int().min(1) }),
  z.object({
    ...base,
    type: z.literal('BatchSubmitted'),
    batch: index,
    batchId: z.string(),
    warning: z.string().exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('BatchRefused'),
    batch: index,
    failure,
    nextTryAt: moment.exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('BatchOutcomeUnknown'),
    batch: index,
    failure: failure.exactOptional(),
    since: moment.exactOptional(),
    batchIds: z.array(z.string()).exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('BatchAdopted'),
    batch: index,
    batchId: z.string(),
    by: z.enum(['evidence', 'operator']),
  }),
  z.object({ ...base, type: z.literal('RefusalRecognised'), answer: z.string() }),
  z.object({ ...base, type: z.literal('FailuresAccepted'), reason: z.string() }),
  z.object({
    ...base,
    type: z.literal('BatchReleased'),
    batch: index,
    ruledOut: z.array(z.string()).exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('PhonesLeftOut'),
    batch: index,
    phones: z.array(z.object({ phone: index, runId: z.string(), why: z.enum([...claimKinds, 'submitted']) })),
  }),
  z.object({ ...base, type: z.literal('BatchDiscarded'), batch: index }),
  z.object({
    ...base,
    type: z.literal('BatchPostponed'),
    batch: index,
    message: z.string(),
    failure: failure.exactOptional(),
  }),
  z.object({
    ...base,
    type: z.literal('PhonesReported'),
    batch: index,
    phones: z.array(
      z.object({
        phone: index,
        status: z.enum(['signing in', 'signed in', 'failed']),
        said: z.string(),
        error: z.string().exactOptional(),
      }),
    ),
  }),
  z.object({ ...base, type: z.literal('BatchFinished'), batch: index, serviceStatus: z.string() }),
  z.object({
    ...base,
    type: z.literal('WatchInterrupted'),
    batch: index,
    failure,
    nextTryAt: moment.exactOptional(),
  }),
  z.object({ ...base, type: z.literal('WatchResumed'), batch: index.exactOptional() }),
  z.object({
    ...base,
    type: z.literal('WatchStopped'),
    reason: z.enum(stopReasons),
  }),
  z.object({ ...base, type: z.literal('RunFinished') }),
])
