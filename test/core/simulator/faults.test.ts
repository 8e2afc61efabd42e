import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Fault, FaultyCall } from '../../../src/core/simulator/fault.ts'
import type { SimulatorOptions } from '../../../src/core/simulator/simulator.ts'
import { failureIn, gatewayTo, valueIn } from '../../support/admin-api.ts'
import { batchPhones, type HeldSimulator, heldSimulator } from '../../support/simulated-tenant.ts'

const opened: HeldSimulator[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((simulator) => simulator.close()))
})

/** A simulator whose first createbatch meets the fault, and the real client to it. */
async function meeting(fault: Fault, options: Partial<SimulatorOptions> = {}) {
  const simulator = await heldSimulator({
    faults: ({ path, nth }) => (path.endsWith('/createbatch') && nth === 1 ? fault : undefined),
    ...options,
  })
  opened.push(simulator)
  const tokens = async () => ({ ok: true, value: simulator.token }) as const
  return { simulator, gateway: gatewayTo(simulator.baseUrl, { tokens }) }
}

describe('a fault of the service', () => {
  test.each<[Fault, object, number]>([
    [{ kind: 'throttled' }, { kind: 'throttled' }, 0],
    [{ kind: 'throttled', retryAfterSeconds: 9 }, { kind: 'throttled', retryAfterMs: 9_000 }, 0],
    [{ kind: 'error', status: 500 }, { kind: 'unavailable', status: 500 }, 0],
    [{ kind: 'error', status: 500, done: true }, { kind: 'unavailable', status: 500 }, 1],
    [
      { kind: 'error', status: 503, retryAfterSeconds: 5 },
      { kind: 'unavailable', status: 503, retryAfterMs: 5_000 },
      0,
    ],
    [{ kind: 'reset' }, { kind: 'unreachable', sent: 'maybe' }, 0],
    [{ kind: 'lost-answer' }, { kind: 'unreachable', sent: 'maybe' }, 1],
    [{ kind: 'cut-body' }, { kind: 'unexpected', status: 200 }, 1],
    [{ kind: 'wrong-json' }, { kind: 'unexpected', status: 200 }, 1],
    [{ kind: 'wrong-shape' }, { kind: 'unexpected', status: 200 }, 1],
    [{ kind: 'html' }, { kind: 'unexpected', status: 200 }, 0],
  ])('%j is told by the client as %j, and %d batch was made', async (fault, failure, made) => {
    const { simulator, gateway } = await meeting(fault)
    expect(failureIn(await gateway.createBatch('NOAM', batchPhones(2)))).toMatchObject(failure)
    expect(simulator.ledger.batches).toHaveLength(made)
    expect(valueIn(await gateway.batchSummaries())).toHaveLength(made)
    expect((await gateway.createBatch('NOAM', batchPhones(2, 2))).ok).toBe(true)
  })

  test('an expired token is renewed by the client, which leaves it to others to submit the batch again', async () => {
    const { simulator, gateway } = await meeting({ kind: 'expired-token' })
    expect(failureIn(await gateway.createBatch('NOAM', batchPhones(2))).kind).toBe('expired')
    expect(simulator.ledger.calls.createbatch).toBe(1)
    expect((await gateway.createBatch('NOAM', batchPhones(2))).ok).toBe(true)
    expect(simulator.ledger.batches).toHaveLength(1)
  })

  test('a delay waits by the sleep that was given', async () => {
    const slept: number[] = []
    const { gateway } = await meeting(
      { kind: 'delay', ms: 45_000 },
      { sleep: async (ms) => void slept.push(ms) },
    )
    expect((await gateway.createBatch('NOAM', batchPhones(2))).ok).toBe(true)
    expect(slept).toEqual([45_000])
  })

  test('a delay longer than the patience of the client leaves the batch made', async () => {
    const simulator = await heldSimulator({
      faults: ({ path }) => (path.endsWith('/createbatch') ? { kind: 'delay', ms: 1 } : undefined),
      sleep: () => new Promise(() => {}),
    })
    opened.push(simulator)
    const gateway = gatewayTo(simulator.baseUrl, {
      tokens: async () => ({ ok: true, value: simulator.token }),
    })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const outcome = gateway.createBatch('NOAM', batchPhones(2))
    await expect.poll(() => simulator.ledger.batches).toHaveLength(1)
    vi.advanceTimersByTime(60_000)
    vi.useRealTimers()
    expect(failureIn(await outcome)).toMatchObject({ kind: 'unreachable', sent: 'maybe' })
    expect(simulator.ledger.batches).toHaveLength(1)
  })
})

test('faults are asked for each call, counted by method and path', async () => {
  const asked: FaultyCall[] = []
  const { gateway } = await meeting({ kind: 'reset' }, { faults: (call) => void asked.push(call) })
  const [batch] = batchPhones(1)
  if (batch) await gateway.createBatch('NOAM', [batch])
  await gateway.batchSummaries()
  await gateway.batchSummaries()
  expect(asked.map(({ method, path, nth }) => `${method} ${path.split('/').at(-1)} ${nth}`)).toEqual([
    'GET serviceDiscovery 1',
    'POST createbatch 1',
    'GET batchsummaries 1',
    'GET batchsummaries 2',
  ])
})
