import { z } from 'zod'
import { regions } from '../../shared/gateway/region.ts'
import { claimKinds, type RunEvent, stopReasons } from '../../shared/run/events.ts'
import { failure } from './failure-schema.ts'
import { leftOutRow } from './left-out-schema.ts'
import { operator, tenant } from './party-schema.ts'
import { isRunId } from './run-files.ts'

// A journal is a file that anything may have touched: each line is read through this schema. Unknown keys of
// a later version are dropped, unknown events refused.

const moment = z.iso.datetime()
const index = z.int().min(0)
const region = z.enum(regions)

const lock = { since: z.string(), file: z.string() }

const base = { seq: z.int().min(1), at: moment }
const holder = z.discriminatedUnion('kind', [
  z.object({ ...lock, kind: z.literal('process'), process: z.number() }),
  z.object({ ...lock, kind: z.enum(['computer', 'environment']), process: z.number(), computer: z.string() }),
  z.object({ ...lock, kind: z.literal('unreadable'), reason: z.string().exactOptional() }),
])

const journalTrouble = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['torn', 'foreign', 'damaged']), line: z.number() }),
  z.object({ code: z.enum(['of-another', 'no-file']) }),
  z.object({ code: z.literal('said'), words: z.string() }),
])

const ofClaims = z.discriminatedUnion('code', [
  z.object({ code: z.literal('folder-unread'), folder: z.string(), reason: z.string() }),
  z.object({ code: z.literal('journal-unread'), file: z.string(), why: journalTrouble }),
  z.object({ code: z.literal('locked'), holder: holder.exactOptional() }),
])

/** Earlier versions wrote a sentence (`reason`) where the code is now. */
const claimsTrouble = z.preprocess((value) => {
  const { code, reason, ...rest } = Object(value) as Record<string, unknown>
  return code === 'journal-unread' && typeof reason === 'string'
    ? { code, why: { code: 'said', words: reason }, ...rest }
    : value
}, ofClaims)

const finished = { ...base, type: z.literal('BatchFinished'), batch: index }

const ofFormat2 = z.discriminatedUnion('type', [
  z.object({
    ...base,
    type: z.literal('RunStarted'),
    format: z.literal([1, 2]),
    runId: z.string().refine(isRunId),
    appVersion: z.string(),
    tenant,
    operator,
    listName: z.string(),
    way: z.literal('powershell').exactOptional(),
    retryOf: z.string().exactOptional(),
    others: z
      .object({
        headings: z.array(z.string()),
        rows: z.array(z.object({ row: index, cells: z.array(z.string()) })),
      })
      .exactOptional(),
    phones: z.array(z.object({ row: index, username: z.string(), hardwareId: z.string(), region })),
    batches: z.array(z.object({ region, phones: z.array(index) })),
    leftOut: z.array(leftOutRow),
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
    failure: failure.exactOptional(),
    claims: claimsTrouble.exactOptional(),
    written: z.string().exactOptional(),
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
  z.discriminatedUnion('end', [
    z.object({ ...finished, end: z.literal('service'), serviceStatus: z.string() }),
    z.object({ ...finished, end: z.literal('forgotten'), failure }),
    z.object({ ...finished, end: z.literal('operator') }),
  ]),
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

/** The name in format 1 for the operator's decision to leave an unconfirmed submission. */
const leftUnknown = 'left unknown by the operator'

/**
 * An event of a journal, of either format. A journal of format 1 that this version continues has events of both, so the event
 * itself tells which it is.
 */
export const runEvent: z.ZodType<RunEvent> = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null) return value
  const { type, serviceStatus, end, message, failure } = value as Record<string, unknown>
  if (type === 'BatchFinished' && end === undefined)
    return { ...value, end: serviceStatus === leftUnknown ? 'operator' : 'service' }
  // The failure has the same sentence, without what is said before it.
  if (type === 'BatchPostponed' && message !== undefined && failure === undefined)
    return { ...value, written: message }
  return value
}, ofFormat2)
