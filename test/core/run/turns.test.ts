import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Gateway } from '../../../src/core/gateway/gateway.ts'
import { createTurns, mostCallsAtATime } from '../../../src/core/run/turns.ts'
import { fail, succeed } from '../../../src/shared/result.ts'

/** A service that answers when it is told to. */
function heldService() {
  const underWay: { readonly what: string; readonly answer: () => void }[] = []
  const hold = (what: string): Promise<void> =>
    new Promise((resolve) => {
      const call = {
        what,
        answer() {
          underWay.splice(underWay.indexOf(call), 1)
          resolve()
        },
      }
      underWay.push(call)
    })
  const gateway: Gateway = {
    createBatch: () => hold('create').then(() => succeed({ batchId: 'one', itemsCount: undefined })),
    batchStatus: (batchId, signal) =>
      signal?.aborted
        ? Promise.resolve(fail({ kind: 'not-found' }))
        : hold(batchId).then(() => succeed({ batchId, batchStatus: 'InProgress', items: [] })),
    batchSummaries: () => hold('summaries').then(() => succeed([])),
    checkAccess: () => hold('access').then(() => succeed(undefined)),
    tenant: async () => fail({ kind: 'not-found' }),
  }
  const { reads, take } = createTurns(gateway)
  return { underWay, reads, take }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

async function answerAll(underWay: ReturnType<typeof heldService>['underWay']): Promise<void> {
  while (underWay.length > 0) {
    underWay[0]?.answer()
    await settled()
  }
}

test('never has more than three reads under way, and answers each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(8), { minLength: 1, maxLength: 12 }), async (order) => {
      const { underWay, reads } = heldService()
      const asked = order.map((_, index) => reads.batchStatus(String(index)))
      for (const next of order) {
        await settled()
        expect(underWay.length).toBeGreaterThan(0)
        expect(underWay.length).toBeLessThanOrEqual(mostCallsAtATime)
        underWay[next % underWay.length]?.answer()
      }
      expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true)
    }),
    { numRuns: 30 },
  )
})

test('makes the calls of a submission in one turn, which waits like a read and lets nothing come between', async () => {
  const { underWay, reads, take } = heldService()
  const names = () => underWay.map(({ what }) => what)
  const asked = ['1', '2', '3'].map((batch) => reads.batchStatus(batch))
  const claimed: string[] = []
  const submitted = take(async ({ gateway }) => {
    await gateway.batchSummaries()
    claimed.push(...names())
    return gateway.createBatch('NOAM', [])
  }, new AbortController().signal)
  asked.push(reads.batchStatus('4'))
  await settled()
  expect(names()).toEqual(['1', '2', '3'])
  underWay[0]?.answer()
  await settled()
  expect(names()).toEqual(['2', '3', 'summaries'])
  underWay[2]?.answer()
  await settled()
  expect(claimed).toEqual(['2', '3'])
  expect(names()).toEqual(['2', '3', 'create'])
  underWay[2]?.answer()
  await settled()
  expect(names()).toEqual(['2', '3', '4'])
  await answerAll(underWay)
  expect((await submitted).ok).toBe(true)
  expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true)
})

test('gives a turn to others while it rests, and takes another one after that', async () => {
  const { underWay, reads, take } = heldService()
  const names = () => underWay.map(({ what }) => what)
  const rested = Promise.withResolvers<void>()
  const resting = take(async ({ gateway, rest }) => {
    await rest(() => rested.promise)
    return gateway.batchSummaries()
  }, new AbortController().signal)
  const asked = ['1', '2', '3'].map((batch) => reads.batchStatus(batch))
  await settled()
  rested.resolve()
  await settled()
  expect(names()).toEqual(['1', '2', '3'])
  underWay[0]?.answer()
  await settled()
  expect(names()).toEqual(['2', '3', 'summaries'])
  await answerAll(underWay)
  expect((await resting).ok).toBe(true)
  expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true)
})

test('lets a read that is stopped go at once, and takes no turn of others for it', async () => {
  const { underWay, reads } = heldService()
  const stopping = new AbortController()
  const asked = ['1', '2', '3'].map((batch) => reads.batchStatus(batch))
  const stopped = reads.batchStatus('4', stopping.signal)
  const waiting = reads.batchStatus('5')
  stopping.abort()
  expect((await stopped).ok).toBe(false)
  expect(underWay.map(({ what }) => what)).toEqual(['1', '2', '3'])
  await answerAll(underWay)
  expect((await Promise.all([...asked, waiting])).every(({ ok }) => ok)).toBe(true)
})
