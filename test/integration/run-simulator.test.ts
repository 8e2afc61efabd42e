import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createGateway } from '../../src/core/gateway/client.ts'
import { readJournal } from '../../src/core/run/journal.ts'
import { journalFile } from '../../src/core/run/run-files.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns, type Runs } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import type { Fault } from '../../src/core/simulator/fault.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/core/simulator/simulator.ts'
import type { Region } from '../../src/shared/gateway/region.ts'
import { succeed } from '../../src/shared/result.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { hardwareIdOf, phoneListOf } from '../support/run-samples.ts'
import { type VirtualClock, virtualClock } from '../support/virtual-clock.ts'

describe('a run against the simulator, over HTTP', () => {
  let directory: string
  let runs: Runs
  let events: RunEvent[]
  let simulator: Simulator
  let clock: VirtualClock
  beforeEach(async () => {
    clock = virtualClock()
    directory = await mkdtemp(join(tmpdir(), 'run-'))
    runs = createRuns({
      repository: createRunRepository(directory),
      appVersion: '0.1.0',
      random: Math.random,
    })
    events = []
    runs.subscribe((event) => events.push(event))
  })
  afterEach(async () => {
    await simulator.close()
    await removeFolder(directory)
  })

  async function session(options: Partial<SimulatorOptions> = {}): Promise<Session> {
    simulator = await startSimulator({ now: clock.now, ...options })
    const gateway = createGateway({
      baseUrl: simulator.baseUrl,
      // What goes over the wire takes real time, and none of this.
      fetch: (address, init) => clock.still(fetch(address, init)),
      userAgent: 'test',
      tokens: async ({ renew }) => succeed(renew ? simulator.renewToken() : simulator.token),
    })
    return { tenant: simulator.tenant, operator: simulator.operator, gateway, clock, end: async () => {} }
  }

  /** Of all three regions unless one is given. */
  async function run(of: Session, phones: number, region?: Region): Promise<void> {
    const started = await runs.start(of, planRun(phoneListOf(phones, region)), { listName: 'phones.csv' })
    expect(started.ok).toBe(true)
    await clock.run(runs.idle())
  }
  const counts = () => {
    const state = runs.state()
    if (!state) throw new Error('no run')
    return countPhones(state)
  }
  const eventsOfType = (type: RunEvent['type']) => events.filter((event) => event.type === type)

  test('signs 1,200 phones of three regions in, three batches at a time in each, none twice', async () => {
    await run(await session(), 1_200)
    const { 'signed in': signedIn, failed } = counts()
    expect(signedIn + failed).toBe(1_200)
    expect(failed).toBeGreaterThan(0)
    expect(simulator.ledger.mostOpenBatches).toEqual({ NOAM: 3, EMEA: 3, APAC: 3 })
    expect(simulator.ledger.calls.createbatch).toBe(12)
    expect(simulator.ledger.refusedBatches).toEqual([])
    expect(simulator.ledger.takenTwice).toEqual([])
    const { runId } = runs.state() ?? { runId: '' }
    expect(replay((await readJournal(journalFile(directory, runId))).events)).toEqual(runs.state())
  })

  test('gives every documented message on some phone, with no phone left without a final word', async () => {
    await run(await session({ failureShare: 0.3 }), 300)
    const messages = new Set(runs.state()?.phones.flatMap(({ result }) => result ?? []))
    expect(messages.size).toBeGreaterThanOrEqual(15)
    expect(counts()).toMatchObject({ queued: 0, submitting: 0, 'signing in': 0, unknown: 0 })
  })

  test("waits for a place when somebody else's batches hold all three, and submits once", async () => {
    const of = await session({ failureShare: 0 })
    for (let index = 0; index < 3; index++)
      simulator.startElsewhere('NOAM', [
        { userName: 'other@contoso.com', hardwareId: hardwareIdOf(9_000 + index) },
      ])
    const list = phoneListOf(10, 'NOAM')
    await runs.start(of, planRun(list), { listName: 'phones.csv' })
    await clock.run(runs.idle())
    expect(counts()['signed in']).toBe(10)
    expect(eventsOfType('BatchRefused').length).toBeGreaterThan(0)
    expect(simulator.ledger.batches).toHaveLength(1)
  })

  test.each<readonly [string, Fault]>([
    ['the connection breaks after the service took the batch', { kind: 'lost-answer' }],
    ['the answer breaks off in its middle', { kind: 'cut-body' }],
    ['the answer is no JSON', { kind: 'wrong-json' }],
    ['the service says 500 and has taken the batch', { kind: 'error', status: 500, done: true }],
    [
      'the service speaks of denied access in a 500 and has taken the batch',
      { kind: 'error', status: 500, done: true, message: 'Access denied by a downstream service.' },
    ],
    [
      'a proxy puts its page in the place of the answer',
      { kind: 'proxy', status: 403, says: 'page', done: true },
    ],
    [
      'a proxy puts nothing in the place of the answer',
      { kind: 'proxy', status: 404, says: 'nothing', done: true },
    ],
  ])('adopts its batch by the evidence when %s', async (_, fault) => {
    const faults: SimulatorOptions['faults'] = ({ path, nth }) =>
      path.endsWith('createbatch') && nth === 1 ? fault : undefined
    await run(await session({ faults, failureShare: 0 }), 9, 'NOAM')
    expect(eventsOfType('BatchAdopted')).toHaveLength(1)
    expect(simulator.ledger.takenTwice).toEqual([])
    expect(counts()['signed in']).toBe(9)
  })

  test('goes on through throttling, errors, resets, a captive portal and expired tokens while watching', async () => {
    const kinds: readonly Fault[] = [
      { kind: 'throttled', retryAfterSeconds: 20 },
      { kind: 'error', status: 503 },
      { kind: 'reset' },
      { kind: 'html' },
      { kind: 'expired-token' },
      { kind: 'wrong-shape' },
    ]
    const faults: SimulatorOptions['faults'] = ({ path, nth }) =>
      path.endsWith('batchstatus') && nth % 3 === 0 ? kinds[(nth / 3) % kinds.length] : undefined
    await run(await session({ faults, failureShare: 0 }), 30)
    expect(counts()['signed in']).toBe(30)
    expect(eventsOfType('WatchInterrupted').length).toBeGreaterThan(0)
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
  })

  test.each<readonly [string, Fault]>([
    ['forgets the batch', { kind: 'proxy', status: 404, says: 'page' }],
    ['forgets the batch, without a word', { kind: 'proxy', status: 404, says: 'nothing' }],
    ['denies access', { kind: 'proxy', status: 403, says: 'page' }],
    ['denies access, without a word', { kind: 'proxy', status: 403, says: 'nothing' }],
  ])('waits out a proxy that seems to say that the service %s', async (_, fault) => {
    const faults: SimulatorOptions['faults'] = ({ path, nth }) =>
      path.endsWith('batchstatus') && nth <= 30 ? fault : undefined
    await run(await session({ faults, failureShare: 0 }), 9, 'NOAM')
    expect(counts()['signed in']).toBe(9)
    expect(runs.state()?.watching).toEqual({ kind: 'finished' })
  })

  test.each(['PartiallyCompleted', 'Failed', 'InProgress', 'Übergeben', 'None'])(
    'ends a batch whose phones are all through, although the service calls it %s',
    async (word) => {
      const faults: SimulatorOptions['faults'] = ({ path }) =>
        path.endsWith('batchstatus') ? { kind: 'end-word', word } : undefined
      await run(await session({ faults, failureShare: 0 }), 9, 'NOAM')
      expect(counts()['signed in']).toBe(9)
      expect(runs.state()?.watching).toEqual({ kind: 'finished' })
      const ends = runs.state()?.batches.map(({ end }) => end)
      expect(ends).toEqual([{ end: 'service', serviceStatus: word }])
    },
  )

  test('sends a batch again where a proxy stood in the way of the route, and so surely nothing was sent', async () => {
    const faults: SimulatorOptions['faults'] = ({ path, nth }) =>
      path.endsWith('serviceDiscovery') && nth <= 3 ? { kind: 'proxy', status: 403, says: 'page' } : undefined
    await run(await session({ faults, failureShare: 0 }), 9)
    expect(counts()['signed in']).toBe(9)
    expect(eventsOfType('BatchOutcomeUnknown')).toEqual([])
  })

  test('renews a token that expires while the run goes on', async () => {
    await run(await session({ tokenLifetimeMs: 60_000, failureShare: 0 }), 9)
    expect(counts()['signed in']).toBe(9)
    expect(eventsOfType('WatchInterrupted')).toEqual([])
  })
})
