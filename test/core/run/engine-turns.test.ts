import { expect, test } from 'vitest'
import { mostCallsAtATime } from '../../../src/core/run/turns.ts'
import { succeed } from '../../../src/shared/result.ts'
import { countPhones } from '../../../src/shared/run/counts.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { engineRun } from '../../support/engine-run.ts'
import { phoneListOf } from '../../support/run-samples.ts'

const answerTakes = 700

/** A run of nine places at a service that takes its time, asked to stop when its call of that number begins. */
async function runOf(options: { readonly stopAtCall?: number; readonly isResumed?: boolean } = {}) {
  const run = await engineRun(planRun(phoneListOf(1_200)), {
    script: { phoneMs: 4_000, staggerMs: 10 },
    isResumed: options.isResumed ?? false,
  })
  let calls = 0
  let underWay = 0
  let mostUnderWay = 0
  let stop = (): void => {}
  const begun: { readonly call: string; readonly at: number; readonly isStopped: boolean }[] = []
  const slowly = async <Value>(call: string, answer: () => Promise<Value>): Promise<Value> => {
    calls++
    begun.push({
      call,
      at: run.clock.steady(),
      isStopped: calls > (options.stopAtCall ?? Number.POSITIVE_INFINITY),
    })
    if (calls === options.stopAtCall) stop()
    mostUnderWay = Math.max(mostUnderWay, ++underWay)
    await run.clock.sleep(answerTakes)
    underWay--
    return answer()
  }
  const { createBatch, batchStatus, batchSummaries } = run.gateway
  Object.assign(run.gateway, {
    createBatch: (...request: Parameters<typeof createBatch>) =>
      slowly('create', () => createBatch(...request)),
    batchStatus: (batchId: string) => slowly('status', () => batchStatus(batchId)),
    batchSummaries: () => slowly('summaries', () => batchSummaries()),
    checkAccess: () => slowly('access', async () => succeed(undefined)),
  })
  await run.toEnd(async (engine) => {
    stop = () => engine.stop('operator')
  })
  const claimed = run.published.filter(({ type }) => type === 'BatchSubmitting')
  return { run, begun, claimed, mostUnderWay }
}

test.each([false, true])(
  'a run has at most three calls under way, submissions among them (resumed: %s)',
  async (isResumed) => {
    const { run, mostUnderWay } = await runOf({ isResumed })
    expect(mostUnderWay).toBe(mostCallsAtATime)
    expect(run.gateway.taken).toHaveLength(12)
    const state = run.log.state()
    expect(state && countPhones(state)['signed in']).toBe(1_200)
  },
)

test.each([
  ['a run that has just begun asks whether it has access', false, 'access'],
  ['a resumed run reads the batch history', true, 'summaries'],
])('%s, once and directly before each submission', async (_, isResumed, before) => {
  const { begun } = await runOf({ isResumed })
  expect(
    begun
      .filter(({ call }) => call !== 'status')
      .map(({ call }) => call)
      .toSorted(),
  ).toEqual([...Array(12).fill(before), ...Array(12).fill('create')].toSorted())
})

test('a batch is submitted at the moment at which its claim is written: it has its turn by then', async () => {
  const { begun, claimed } = await runOf()
  const submittedAt = begun.flatMap(({ call, at }) => (call === 'create' ? [new Date(at).toISOString()] : []))
  expect(claimed.map(({ at }) => at)).toEqual(submittedAt)
})

test('a run that is stopped while submissions wait for their turn leaves no claim, wherever it stood', async () => {
  for (let stopAtCall = 1; stopAtCall <= 60; stopAtCall++) {
    const { run, begun, claimed } = await runOf({ stopAtCall })
    const creates = begun.filter(({ call }) => call === 'create')
    expect(claimed).toHaveLength(creates.length)
    expect(run.gateway.taken).toHaveLength(creates.length)
    expect(creates.filter(({ isStopped }) => isStopped)).toEqual([])
    expect(run.log.state()?.batches.filter(({ stage }) => stage === 'submitting')).toEqual([])
  }
})
