import { afterEach, describe, expect, test } from 'vitest'
import type { BatchItem, Gateway } from '../../src/core/gateway/gateway.ts'
import type { SimulatorOptions } from '../../src/core/simulator/simulator.ts'
import { guidanceFor } from '../../src/shared/gateway/guidance.ts'
import { succeed } from '../../src/shared/result.ts'
import { failureIn, gatewayTo, valueIn } from '../support/admin-api.ts'
import { batchPhones, type HeldSimulator, heldSimulator } from '../support/simulated-tenant.ts'

const minute = 60_000
const opened: HeldSimulator[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((simulator) => simulator.close()))
})

async function tenant(
  options: Partial<SimulatorOptions> = {},
): Promise<{ simulator: HeldSimulator; gateway: Gateway }> {
  const simulator = await heldSimulator(options)
  opened.push(simulator)
  const gateway = gatewayTo(simulator.baseUrl, {
    tokens: async ({ renew }) => succeed(renew ? simulator.renewToken() : simulator.token),
  })
  return { simulator, gateway }
}

const statusesOf = (items: readonly BatchItem[]): ReadonlySet<string> =>
  new Set(items.map(({ status }) => status))

describe.each(['camel', 'pascal'] as const)('over a wire with keys in %s case', (casing) => {
  test('the tenant is told', async () => {
    const { simulator, gateway } = await tenant({ casing })
    const { id, name, domain } = simulator.tenant
    expect(valueIn(await gateway.tenant())).toEqual({ id, name, domain, domains: [domain] })
  })

  test('a batch goes from pending to its end', async () => {
    const { simulator, gateway } = await tenant({ casing })
    const phones = batchPhones(100)
    const { batchId, itemsCount } = valueIn(await gateway.createBatch('APAC', phones))
    expect(itemsCount).toBe(100)

    const first = valueIn(await gateway.batchStatus(batchId))
    expect(first).toMatchObject({ batchId, batchStatus: 'InProgress' })
    expect(first.items.map(({ userName, hardwareId }) => ({ userName, hardwareId }))).toEqual(phones)
    expect(statusesOf(first.items)).toEqual(new Set(['pending']))

    simulator.pass(2 * minute)
    const half = valueIn(await gateway.batchStatus(batchId))
    expect(half.batchStatus).toBe('InProgress')
    expect(statusesOf(half.items)).toEqual(new Set(['inProgress', 'success', 'failed']))

    simulator.pass(4 * minute)
    const last = valueIn(await gateway.batchStatus(batchId))
    expect(last.batchStatus).toBe('Completed')
    expect(statusesOf(last.items)).toEqual(new Set(['success', 'failed']))
    for (const { status, error } of last.items) {
      if (status === 'success') expect(error).toBeUndefined()
      else expect(guidanceFor(error ?? '')).toBeDefined()
    }
  })

  test('the summaries name each batch, the latest first', async () => {
    const { simulator, gateway } = await tenant({ casing })
    const first = valueIn(await gateway.createBatch('NOAM', batchPhones(2)))
    simulator.pass(6 * minute)
    const second = valueIn(await gateway.createBatch('EMEA', batchPhones(3, 2)))
    expect(valueIn(await gateway.batchSummaries())).toMatchObject([
      {
        batchId: second.batchId,
        itemsCount: 3,
        batchStatus: 'InProgress',
        region: 'EMEA',
        requestTime: '2026-03-02T09:06:00.000Z',
      },
      {
        batchId: first.batchId,
        itemsCount: 2,
        batchStatus: 'Completed',
        region: 'NOAM',
        requestTime: '2026-03-02T09:00:00.000Z',
      },
    ])
  })

  test('refusals keep their meaning', async () => {
    const { gateway } = await tenant({ casing })
    expect(failureIn(await gateway.createBatch('NOAM', batchPhones(101)))).toMatchObject({
      kind: 'refused',
      status: 400,
      code: 'BatchTooLarge',
      said: expect.stringContaining('101 devices'),
    })
    expect(failureIn(await gateway.batchStatus('3fa85f64-5717-4562-b3fc-2c963f66afa6')).kind).toBe(
      'not-found',
    )
    for (const first of [0, 1, 2]) await gateway.createBatch('NOAM', batchPhones(1, first))
    expect(failureIn(await gateway.createBatch('NOAM', batchPhones(1, 3))).kind).toBe('region-full')
  })
})

describe('a session', () => {
  test('asks for the route once and has a fresh correlation ID for each call', async () => {
    const { simulator, gateway } = await tenant()
    await gateway.tenant()
    await gateway.batchSummaries()
    await gateway.batchSummaries()
    const { calls, correlationIds, userAgents } = simulator.ledger
    expect(calls).toMatchObject({ serviceDiscovery: 1, tenants: 1, batchsummaries: 2 })
    expect(new Set(correlationIds).size).toBe(4)
    expect(new Set(userAgents)).toEqual(new Set(['client-test/1.0']))
  })

  test('outlives its token', async () => {
    const { simulator, gateway } = await tenant({ tokenLifetimeMs: 60 * minute })
    const { batchId } = valueIn(await gateway.createBatch('NOAM', batchPhones(1)))
    simulator.pass(61 * minute)
    expect(valueIn(await gateway.batchStatus(batchId)).batchStatus).toBe('Completed')
  })

  test('sees the summaries of 30 days', async () => {
    const { simulator, gateway } = await tenant()
    await gateway.createBatch('NOAM', batchPhones(1))
    simulator.pass(31 * 24 * 60 * minute)
    expect(valueIn(await gateway.batchSummaries())).toEqual([])
  })
})

test('speed makes a simulated minute shorter', async () => {
  const { simulator, gateway } = await tenant({ speed: 200 })
  const { batchId } = valueIn(await gateway.createBatch('NOAM', batchPhones(100)))
  simulator.pass((6 * minute) / 200)
  expect(valueIn(await gateway.batchStatus(batchId)).batchStatus).toBe('Completed')
})

test('phones tried again fare better where time mends it', async () => {
  const { simulator, gateway } = await tenant({ failureShare: 1 })
  const phones = batchPhones(60)
  const failedOnce = await finish(simulator, gateway, phones)
  const failedTwice = await finish(simulator, gateway, phones)
  const mended = failedOnce.filter((error) => !failedTwice.includes(error))
  expect(new Set(mended.map((error) => guidanceFor(error)?.retry))).toEqual(
    new Set(['later', 'smaller-batch']),
  )
  expect(simulator.ledger.takenTwice).toHaveLength(60)
})

/** The errors that a batch of these phones ends with. */
async function finish(
  simulator: HeldSimulator,
  gateway: Gateway,
  phones: Parameters<Gateway['createBatch']>[1],
): Promise<readonly string[]> {
  const { batchId } = valueIn(await gateway.createBatch('NOAM', phones))
  simulator.pass(6 * minute)
  const { items } = valueIn(await gateway.batchStatus(batchId))
  return items.flatMap(({ error }) => (error === undefined ? [] : [error]))
}
