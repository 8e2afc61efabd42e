import { z } from 'zod'
import { regions } from '../../shared/gateway/region.ts'
import type { IssueFact } from '../../shared/phones/issue-fact.ts'
import { claimKinds, type LeftOutRow } from '../../shared/run/events.ts'

const row = { row: z.number() }
const cell = { ...row, value: z.string() }
const fix = { fix: z.string().exactOptional() }
const lookalike = {
  lookalike: z
    .object({
      typed: z.string(),
      meant: z.string(),
      script: z.enum(['Cyrillic', 'Greek', 'full-width', 'letter']),
    })
    .exactOptional(),
}
const others = z.object({ rows: z.array(z.number()), more: z.number() })

const usernameProblem = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['no-at', 'several-at', 'no-name', 'dot-before-at', 'domain', 'too-long']) }),
  z.object({ kind: z.literal('character'), character: z.string() }),
])

const movedCells = z.discriminatedUnion('kind', [
  z.object({ ...cell, kind: z.enum(['long', 'short']), cells: z.number(), columns: z.number() }),
  z.object({ ...cell, kind: z.enum(['shifted', 'swallowed']), column: z.number(), cell: z.string() }),
  z.object({ ...cell, kind: z.literal('headings'), headings: z.number() }),
])

const says = <const Says extends string, Values extends z.ZodType>(text: Says, values: Values) =>
  z.object({ says: z.literal(text), values })

const issueFact: z.ZodType<IssueFact> = z.discriminatedUnion('says', [
  says('cellsMoved', movedCells),
  says('usernameMissing', z.object(row)),
  says('usernameInvalid', z.object({ ...cell, ...fix, ...lookalike, problem: usernameProblem })),
  says('hardwareIdMissing', z.object(row)),
  says('hardwareIdInvalid', z.object({ ...cell, digits: z.number().exactOptional() })),
  says('hardwareIdRepairable', z.object({ ...cell, ...fix, ...lookalike })),
  says('hardwareIdMangled', z.object({ ...cell, ...fix })),
  says('hardwareIdReserved', z.object({ ...cell, as: z.enum(['zero', 'broadcast', 'multicast']) })),
  says('portInvalid', z.object({ ...cell, ...fix })),
  says('regionInvalid', z.object(cell)),
  says('regionMissing', z.object(row)),
  says('deviceTwice', z.object({ ...cell, ...fix, device: z.string(), others })),
])

const moment = z.iso.datetime()
const otherRun = { runId: z.string(), list: z.string() }

const ofFormat2 = z.object({
  row: z.int().min(0),
  username: z.string(),
  hardwareId: z.string(),
  region: z.enum(regions).exactOptional(),
  why: z.discriminatedUnion('code', [
    z.object({ code: z.literal('issues'), issues: z.array(issueFact) }),
    z.object({ code: z.literal('no-region') }),
    z.object({ code: z.literal('claimed'), claim: z.enum(claimKinds), startedAt: moment, ...otherRun }),
    z.object({ code: z.literal('signed-in'), at: moment, ...otherRun }),
    z.object({
      ...{ code: z.literal('elsewhere'), status: z.enum(['signed in', 'signing in']), batchId: z.string() },
      requestTime: moment.exactOptional(),
    }),
    z.object({
      code: z.literal('written'),
      sentence: z.string(),
      claimedBy: z.string().exactOptional(),
      signedInAt: moment.exactOptional(),
    }),
  ]),
})

/** In format 1 a sentence (`reason`) and two keys beside it stood where the code is now. */
export const leftOutRow: z.ZodType<LeftOutRow> = z.preprocess((value) => {
  if (typeof value !== 'object' || value === null || !('reason' in value) || 'why' in value) return value
  const { reason: sentence, ...rest } = value
  const { claimedBy, signedInAt } = rest as Record<string, unknown>
  return {
    ...rest,
    why: {
      ...{ code: 'written', sentence },
      ...(claimedBy !== undefined && { claimedBy }),
      ...(signedInAt !== undefined && { signedInAt }),
    },
  }
}, ofFormat2)
