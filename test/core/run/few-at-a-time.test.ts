import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Gateway } from '../../../src/core/gateway/gateway.ts'
import { fewAtATime, mostCallsAtATime } from '../../../src/core/run/few-at-a-time.ts'
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
    tenant: () => hold('tenant').then(() => fail({ kind: 'not-found' })),
  }
  return { underWay, gateway: fewAtATime(gateway) }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('never has more than three reads under way, and answers each', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(8), { minLength: 1, maxLength: 12 }), async (order) => {
      const { underWay, gateway } = heldService()
      const asked = order.map((_, index) => gateway.batchStatus(String(index)))
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

test('submits at once, and reads wait meanwhile', async () => {
  const { underWay, gateway } = heldService()
  const asked = ['1', '2', '3', '4'].map((batch) => gateway.batchStatus(batch))
  await settled()
  const submitted = gateway.createBatch('NOAM', [])
  expect(underWay.map(({ what }) => what)).toEqual(['1', '2', '3', 'create'])
  underWay[0]?.answer()
  await settled()
  expect(underWay.map(({ what }) => what)).toEqual(['2', '3', 'create'])
  while (underWay.length > 0) {
    underWay[0]?.answer()
    await settled()
  }
  expect((await submitted).ok).toBe(true)
  expect((await Promise.all(asked)).every(({ ok }) => ok)).toBe(true)
})

test('lets a read that is stopped go at once, and takes no turn of others for it', async () => {
  const { underWay, gateway } = heldService()
  const stopping = new AbortController()
  const asked = ['1', '2', '3'].map((batch) => gateway.batchStatus(batch))
  const stopped = gateway.batchStatus('4', stopping.signal)
  const waiting = gateway.batchStatus('5')
  stopping.abort()
  expect((await stopped).ok).toBe(false)
  expect(underWay.map(({ what }) => what)).toEqual(['1', '2', '3'])
  while (underWay.length > 0) {
    underWay[0]?.answer()
    await settled()
  }
  expect((await Promise.all([...asked, waiting])).every(({ ok }) => ok)).toBe(true)
})
