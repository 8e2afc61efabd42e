import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hurriedClock } from '../../src/core/clock/clock.ts'
import { createGateway } from '../../src/core/gateway/client.ts'
import { runsDirectory } from '../../src/core/run/run-files.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import type { Fault, FaultyCall } from '../../src/core/simulator/fault.ts'
import type { SimulatorOptions } from '../../src/core/simulator/simulator.ts'
import { succeed } from '../../src/shared/result.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { retryPlan } from '../../src/shared/run/retry-plan.ts'
import { listed } from './listed.ts'
import { phonesFrom, type Terminals } from './terminals.ts'

/** Of the service and of the terminals. */
export const speed = 400

/** How a run comes to stand as its name says: commands at a terminal, and what meets the calls meanwhile. */
export type Scene = {
  /** Of its list as well. */
  readonly state: string
  /** Which phones fail. */
  readonly service?: Pick<SimulatorOptions, 'failureShare' | 'failFor'>
  play(scene: Stage): Promise<void>
}

type Stage = {
  readonly at: Terminals
  /** The fault that meets each call from now on. */
  meets(fault: ((call: FaultyCall) => Fault | undefined) | undefined): void
}

const data = 'data'
const yes = '--yes'
const phones = phonesFrom(0, 6)

const onCreate = (fault: Fault, isMet: (nth: number) => boolean) => (call: FaultyCall) =>
  call.path.endsWith('/createbatch') && isMet(call.nth) ? fault : undefined

/** The service takes one batch and has no room for others. */
const full = (retryAfterSeconds: number) =>
  onCreate({ kind: 'throttled', retryAfterSeconds }, (nth) => nth > 1)
const noAnswer = onCreate({ kind: 'reset' }, (nth) => nth === 1)
const answerLost = onCreate({ kind: 'lost-answer' }, (nth) => nth === 1)
const masked = onCreate({ kind: 'proxy', status: 400, says: 'text' }, (nth) => nth === 1)
const noHistory = ({ path }: FaultyCall): Fault | undefined =>
  path.endsWith('/batchsummaries') ? { kind: 'error', status: 503 } : undefined
const oneInterruption = ({ path, nth }: FaultyCall): Fault | undefined =>
  path.endsWith('/batchstatus') && nth === 4 ? { kind: 'error', status: 503 } : undefined

const allAlike = { failureShare: 1, failFor: 'public-ip-not-trusted' } as const

/** A list that has each phone in the region whose turn it is, and one row that is none; answers its path. */
async function listOf({ at }: Stage, state: string, rows = phones): Promise<string> {
  const file = join(at.folder('.'), `${state}.csv`)
  const regions = ['NOAM', 'EMEA', 'APAC']
  const lines = rows.map(
    ({ username, hardwareId }, index) => `${username},${hardwareId},${regions[index % regions.length]}`,
  )
  await writeFile(
    file,
    ['Username,HardwareId,Region', ...lines, 'lobby@contoso.com,none,NOAM', ''].join('\r\n'),
  )
  return file
}

async function run(stage: Stage, state: string, fault?: Parameters<Stage['meets']>[0], ...options: string[]) {
  stage.meets(fault)
  await stage.at.cli(data, 'run', await listOf(stage, state), yes, ...options)
  return latest(stage)
}

const latest = async ({ at }: Stage): Promise<string> =>
  (await at.runs(data))
    .map(({ runId }) => runId)
    .toSorted()
    .at(-1) ?? ''

/** Three batches, of which the service has taken one when the watcher goes. */
async function stopped(
  stage: Stage,
  state: string,
  { by = 'SIGINT', rows = phones }: { by?: 'SIGINT' | 'SIGKILL'; rows?: typeof phones } = {},
) {
  stage.meets(full(36_000))
  const running = await stage.at.start(data, 'run', await listOf(stage, state, rows), yes)
  for (const batch of [1, 2, 3]) await running.said(`Batch ${batch} of 3 (`)
  running.signal(by)
  await running.done
  stage.meets(undefined)
  return latest(stage)
}

/** Only the window tries failed phones again: what it does, at this service. */
async function retry({ at }: Stage, runId: string): Promise<void> {
  const repository = createRunRepository(runsDirectory(at.folder(data)))
  const before = await repository.read(runId)
  const state = before.ok ? replay(before.value) : undefined
  if (!state) throw new Error(`Run ${runId} cannot be read`)
  const plan = retryPlan(state, (await listed(repository)).runs)
  const { baseUrl, token, tenant, operator } = at.simulator
  const tokens = async () => succeed(token)
  const session: Session = {
    ...{ tenant, operator, clock: hurriedClock(speed), end: async () => {} },
    gateway: createGateway({ baseUrl, fetch, userAgent: 'test', tokens }),
  }
  const runs = createRuns({ repository, appVersion: '0.1.0', random: Math.random })
  const begun = await runs.start(session, plan, { listName: 'retried.csv', retryOf: runId })
  if (!begun.ok) throw new Error(begun.failure.message)
  await runs.idle()
}

export const scenes: readonly Scene[] = [
  {
    state: 'finished',
    service: { failureShare: 0.5 },
    play: async (stage) => void (await run(stage, 'finished', oneInterruption)),
  },
  {
    state: 'retried',
    service: { failureShare: 0.5 },
    play: async (stage) => retry(stage, await run(stage, 'tried before')),
  },
  { state: 'stopped', play: async (stage) => void (await stopped(stage, 'stopped')) },
  { state: 'killed', play: async (stage) => void (await stopped(stage, 'killed', { by: 'SIGKILL' })) },
  { state: 'unconfirmed', play: async (stage) => void (await run(stage, 'unconfirmed', noAnswer)) },
  {
    state: 'found in the history',
    play: async (stage) => void (await run(stage, 'found in the history', answerLost)),
  },
  {
    state: 'submitted again',
    async play(stage) {
      const runId = await run(stage, 'submitted again', noAnswer)
      await stage.at.cli(data, 'settle', runId, '--submit-again', yes)
    },
  },
  {
    state: 'left unknown',
    async play(stage) {
      const runId = await run(stage, 'left unknown', noAnswer)
      await stage.at.cli(data, 'settle', runId, '--leave', yes)
    },
  },
  { state: 'held by an answer', play: async (stage) => void (await run(stage, 'held by an answer', masked)) },
  {
    state: 'refusal recognised',
    async play(stage) {
      const runId = await run(stage, 'refusal recognised', masked)
      await stage.at.cli(data, 'settle', runId, '--refused', yes)
    },
  },
  {
    state: 'held by failures',
    service: allAlike,
    play: async (stage) => void (await run(stage, 'held by failures', full(600))),
  },
  {
    state: 'failures accepted',
    service: allAlike,
    async play(stage) {
      const runId = await run(stage, 'failures accepted', full(600))
      stage.meets(undefined)
      await stage.at.cli(data, 'resume', runId, '--keep-going', yes)
    },
  },
  {
    state: 'discarded',
    async play(stage) {
      const runId = await stopped(stage, 'discarded')
      await stage.at.cli(data, 'resume', runId, '--discard-queued')
    },
  },
  {
    state: 'rows left out',
    async play(stage) {
      await stopped(stage, 'has the phones', { rows: phones.slice(0, 3) })
      await run(stage, 'rows left out')
    },
  },
  {
    state: 'phones left out',
    async play(stage) {
      const runId = await stopped(stage, 'phones left out')
      const putBack = await stage.at.backUp(data, runId)
      await stage.at.cli(data, 'resume', runId, '--discard-queued')
      await run(stage, 'signed in meanwhile')
      await putBack()
      await stage.at.cli(data, 'resume', runId, yes)
    },
  },
  {
    state: 'postponed',
    async play(stage) {
      const runId = await stopped(stage, 'postponed')
      stage.meets(noHistory)
      await stage.at.cli(data, 'resume', runId, yes)
    },
  },
]
