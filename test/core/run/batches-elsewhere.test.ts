import { describe, expect, test } from 'vitest'
import type { BatchSummary, Gateway } from '../../../src/core/gateway/gateway.ts'
import { batchesElsewhere } from '../../../src/core/run/batches-elsewhere.ts'
import { createElsewhereReader } from '../../../src/core/run/elsewhere.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { resultRows } from '../../../src/shared/run/result-rows.ts'
import { runEnd } from '../../../src/shared/run/run-end.ts'
import { noMemory, signedInParts, withoutSignedIn } from '../../../src/shared/run/run-memory.ts'
import { withElsewhere, withoutUnderWayElsewhere } from '../../../src/shared/run/submitted-elsewhere.ts'
import { leftOutWords } from '../../../src/shared/run/why-words.ts'
import { phoneListOf, runStarted, stateOf, tenant } from '../../support/run-samples.ts'

const now = Date.parse('2026-03-02T12:00:00Z')
const plan = planRun(phoneListOf(4, 'NOAM'))
const hour = 3_600_000
const hoursAgo = (hours: number): string => new Date(now - hours * hour).toISOString()

const summary = (batchId: string, hours: number | undefined, userId?: string): BatchSummary => ({
  ...{ batchId, itemsCount: 1, batchStatus: 'Completed', region: 'NOAM', userId },
  requestTime: hours === undefined ? undefined : hoursAgo(hours),
})

type Script = Readonly<Record<string, readonly string[] | 'not-found'>>

/** A service with these batches; of each, how the first phones of the plan stand in it, in its own words and spelling. */
function service(summaries: readonly BatchSummary[], script: Script = {}) {
  const asked: string[] = []
  let open = 0
  let most = 0
  const gateway: Pick<Gateway, 'batchSummaries' | 'batchStatus'> = {
    batchSummaries: async () => succeed(summaries),
    async batchStatus(batchId) {
      asked.push(batchId)
      most = Math.max(most, ++open)
      await Promise.resolve()
      open -= 1
      const statuses = script[batchId] ?? ['Success']
      if (statuses === 'not-found') return fail({ kind: 'not-found', message: 'No such batch.' } as never)
      const items = statuses.flatMap((status, place) => {
        const phone = plan.phones[place]
        if (!phone || status === '') return []
        const { username, hardwareId } = phone
        return [
          {
            ...{ userName: username.toUpperCase(), hardwareId: hardwareId.replaceAll('-', ':') },
            ...{ status, error: undefined },
          },
        ]
      })
      return succeed({ batchId, batchStatus: 'Running', items })
    },
  }
  const look = (signal?: AbortSignal) =>
    batchesElsewhere(gateway, { known: new Set(['ours']), now, ...(signal && { signal }) })
  return { look, gateway, asked, most: () => most }
}

async function found(summaries: readonly BatchSummary[], script?: Script) {
  const read = await service(summaries, script).look()
  if (!read.ok) throw new Error('The history is read')
  return read.value
}

describe('what others have submitted', () => {
  test('is read of the last day, the latest first, and not of batches that this disk has made', async () => {
    const { look, asked } = service([
      summary('yesterday', 25),
      summary('morning', 3),
      summary('OURS', 1),
      summary('undated', undefined),
      summary('colleague', 2, 'u-1'),
    ])
    expect(await look()).toEqual(
      succeed({
        unread: 0,
        batches: [
          {
            batchId: 'undated',
            phones: [expect.objectContaining({ status: 'signed in' })],
          },
        ],
      }),
    )
    expect(asked).toEqual(['undated', 'colleague', 'morning'])
  })

  test('counts by the latest batch of a phone, unless an earlier one still has it under way', async () => {
    const { batches } = await found([summary('late', 1, 'u-1'), summary('early', 2)], {
      late: ['Failed', 'Success', 'Failed', 'Success'],
      early: ['Success', 'Failed', 'pending', 'inProgress'],
    })
    expect(
      batches.map(({ batchId, phones }) => [
        batchId,
        phones.map(({ username, status }) => [username, status]),
      ]),
    ).toEqual([
      ['late', [[plan.phones[1]?.username.toUpperCase(), 'signed in']]],
      [
        'early',
        [
          [plan.phones[2]?.username.toUpperCase(), 'signing in'],
          [plan.phones[3]?.username.toUpperCase(), 'signing in'],
        ],
      ],
    ])
    expect(batches[0]).toMatchObject({ requestTime: hoursAgo(1), userId: 'u-1' })
  })

  test('is asked for four batches at a time and forty in all; those that cannot be told are counted', async () => {
    const many = Array.from({ length: 45 }, (_, index) => summary(`b${index}`, 1))
    const { look, asked, most } = service(many, { b3: 'not-found', b7: [] })
    expect(await look()).toMatchObject({ ok: true, value: { unread: 7 } })
    expect([asked.length, most()]).toEqual([40, 4])
  })

  test('is no more waited for than there is time: the rest counts as unread', async () => {
    const { look, asked } = service([summary('one', 1), summary('two', 2)])
    expect(await look(AbortSignal.abort())).toMatchObject({ ok: true, value: { unread: 2, batches: [] } })
    expect(asked).toEqual([])
  })

  test('is a failure where the history cannot be read, and not nothing', async () => {
    const failure = { kind: 'throttled', why: { code: 'written', sentence: 'Fewer requests.' } } as const
    const gateway = { ...service([]).gateway, batchSummaries: async () => fail(failure) }
    expect(await batchesElsewhere(gateway, { known: new Set(), now })).toEqual(fail(failure))
  })
})

describe('a plan', () => {
  test('leaves out what others have under way, and what they signed in as what was signed in before', async () => {
    const elsewhere = await found([summary('theirs', 2)], {
      theirs: ['Success', 'pending', 'Failed'],
    })
    const { plan: free, parts } = withoutUnderWayElsewhere(plan, elsewhere)
    expect(parts).toMatchObject([{ phones: 1, batch: { batchId: 'theirs' } }])
    const memory = withElsewhere(noMemory, elsewhere)
    expect(signedInParts(free.phones, memory)).toMatchObject([{ phones: 1, batch: { batchId: 'theirs' } }])

    const left = withoutSignedIn(free, memory)
    expect(left.phones.map(({ row }) => row)).toEqual([4, 5])
    expect(left.batches).toEqual([{ region: 'NOAM', phones: [0, 1] }])
    expect(left.leftOut.map((row) => leftOutWords(row))).toEqual([
      expect.stringMatching(/^Signed in by batch theirs, which was submitted elsewhere on /),
      expect.stringMatching(/^Batch theirs, .*, has this phone under way\.$/),
    ])

    // The results say the same of each, and do not call the one under way signed in.
    const state = stateOf(runStarted(left))
    expect(resultRows(state).map(({ status, isSignedInBefore }) => [status, isSignedInBefore])).toEqual([
      ['left out', true],
      ['left out', false],
      ['queued', false],
      ['queued', false],
    ])
    expect(resultRows(state)[1]?.whatToDo).toContain('Wait until that batch has ended')
    expect(runEnd(state)).toMatchObject({ before: 1, notSent: 3 })
  })
})

describe('the reader of a computer', () => {
  test('asks for no batch twice that is over, and keeps what it read last for when it cannot read', async () => {
    const { gateway, asked } = service([summary('over', 2), summary('open', 1)], { open: ['', 'pending'] })
    const reader = createElsewhereReader(() => now)
    const session = { gateway: gateway as Gateway, tenant }
    const first = await reader.readOrLast(session, [])
    expect(first.batches.map(({ batchId }) => batchId)).toEqual(['open', 'over'])
    await reader.read(session, [])
    expect(asked).toEqual(['open', 'over', 'open'])

    const failing = {
      ...session,
      gateway: {
        ...gateway,
        batchSummaries: async () => fail({ kind: 'unreachable', sent: 'no' }),
      } as unknown as Gateway,
    }
    expect(await reader.readOrLast(failing, [])).toEqual(first)
    // What was read of one tenant says nothing of another.
    const elsewhere = { ...failing, tenant: { ...tenant, id: 'ffffffff-2222-3333-4444-555555555555' } }
    expect((await reader.readOrLast(elsewhere, [])).batches).toEqual([])
  })
})
