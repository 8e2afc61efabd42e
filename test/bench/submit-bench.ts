import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/core/clock/clock.ts'
import type { Gateway } from '../../src/core/gateway/gateway.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns } from '../../src/core/run/runs.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { operator, phoneListOf, tenant } from '../support/run-samples.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

const phones = 30_000
const places = 9

/** For how long nothing else has its turn in the process that submits the batches of a long run, journals on disk. */
export async function benchSubmit(): Promise<readonly Figure[]> {
  const plan = planRun(phoneListOf(phones))
  const blocks: number[] = []
  for (let round = 0; round < 5; round++) blocks.push(await longestBlock(plan))
  return [
    {
      name: `submit: longest block of the process at ${phones.toLocaleString('en')} phones`,
      value: median(blocks),
      unit: 'ms',
      limit: 10,
    },
  ]
}

/** In ms, from the start of the run until all its places are taken. */
async function longestBlock(plan: ReturnType<typeof planRun>): Promise<number> {
  const directory = await mkdtemp(join(tmpdir(), 'submit-bench-'))
  try {
    const repository = createRunRepository(directory)
    const runs = createRuns({ repository, appVersion: 'bench', random: Math.random })
    const { promise: areSubmitted, resolve } = Promise.withResolvers<void>()
    let submitted = 0
    const gateway: Gateway = {
      createBatch: async () => succeed({ batchId: `batch ${++submitted}`, itemsCount: undefined }),
      batchStatus: async (batchId) => {
        if (submitted === places) resolve()
        return succeed({ batchId, batchStatus: 'InProgress', items: [] })
      },
      batchSummaries: async () => succeed([]),
      checkAccess: async () => succeed(undefined),
      tenant: async () => fail({ kind: 'not-found' }),
    }
    const session = { tenant, operator, gateway, clock: systemClock, end: async () => {} }
    const turns = watchTurns()
    // What the start itself takes is of the press of a button.
    runs.subscribe(({ type }) => type === 'RunStarted' && turns.begin())
    const started = await runs.start(session, plan, { listName: 'phones.csv' })
    if (!started.ok) throw new Error(started.failure.message)
    await areSubmitted
    const longest = turns.end()
    runs.stopWatching('closing')
    await runs.idle()
    return longest
  } finally {
    await removeFolder(directory)
  }
}

/** Measures the longest turn of the event loop, in ms of this thread's processor time: others on the machine don't count. */
function watchTurns(): { begin(): void; end(): number } {
  let last: number | undefined
  let longest = 0
  let isOver = false
  const now = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  const turn = (): void => {
    if (last !== undefined) {
      const at = now()
      longest = Math.max(longest, at - last)
      last = at
    }
    if (!isOver) setImmediate(turn)
  }
  turn()
  return {
    begin() {
      last = now()
    },
    end() {
      isOver = true
      return longest
    },
  }
}
