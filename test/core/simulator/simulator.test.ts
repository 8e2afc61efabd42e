import { describe, expect, test } from 'vitest'
import { startSimulator } from '../../../src/core/simulator/simulator.ts'
import { isTenantId } from '../../../src/shared/gateway/tenant.ts'
import { batchPhones, gatewayPath, heldSimulator, request, submit } from '../../support/simulated-tenant.ts'

describe('the simulated tenant', () => {
  test('is marked as such everywhere', async () => {
    const simulator = await heldSimulator()
    expect(simulator.tenant).toMatchObject({ simulated: true, domain: 'simulated.example' })
    expect(isTenantId(simulator.tenant.id)).toBe(true)
    expect(simulator.operator.username).toMatch(/@simulated\.example$/)
    expect(simulator.token).toMatch(/^simulated-/)
    await simulator.close()
  })

  test('has a token of its own each time', async () => {
    const [one, other] = await Promise.all([heldSimulator(), heldSimulator()])
    expect(one.token).not.toBe(other.token)
    await Promise.all([one.close(), other.close()])
  })
})

test('it listens on the loopback, at the port and with the token that are given', async () => {
  const first = await heldSimulator()
  const port = Number(new URL(first.baseUrl).port)
  await expect(startSimulator({ now: Date.now, port })).rejects.toThrow(/EADDRINUSE/)
  await first.close()
  const second = await heldSimulator({ port, token: 'simulated-fixed' })
  expect(second.baseUrl).toBe(`http://127.0.0.1:${port}`)
  expect((await request({ ...second, token: 'simulated-fixed' }, '/Teams.Tenant/tenants')).status).toBe(200)
  await second.close()
})

test('it closes at once, whatever is still connected', async () => {
  const simulator = await heldSimulator({
    faults: () => ({ kind: 'delay', ms: 1 }),
    sleep: () => new Promise(() => {}),
  })
  const waiting = request(simulator, '/Teams.Tenant/tenants').catch(() => 'cut off')
  await expect.poll(() => simulator.ledger.calls.tenants).toBe(1)
  await simulator.close()
  expect(await waiting).toBe('cut off')
})

test('no batch is called completed while one of its phones is not, however long an answer takes', async () => {
  let now = Date.parse('2026-03-02T09:00:00Z')
  const simulator = await startSimulator({ now: () => (now += 1), speed: 1000 })
  const { body } = await submit(simulator, batchPhones(20))
  const address = `${gatewayPath}/batchstatus?batchid=${(body as { batchId: string }).batchId}`
  for (let completed = false; !completed; ) {
    const status = (await request(simulator, address)).body as Status
    completed = status.batchStatus === 'Completed'
    if (completed) expect(status.batchItems.map((item) => item.status)).not.toContain('inProgress')
  }
  await simulator.close()
})

type Status = { readonly batchStatus: string; readonly batchItems: readonly { readonly status: string }[] }

describe('what the service saw', () => {
  test('is in the batch history: calls, batches, devices that came twice', async () => {
    const simulator = await heldSimulator({ failureShare: 0 })
    const phones = batchPhones(3)
    const { body } = await submit(simulator, phones)
    const { batchId } = body as { batchId: string }
    await request(simulator, `${gatewayPath}/batchstatus?batchid=${batchId}`)
    await request(simulator, `${gatewayPath}/batchstatus?batchid=${batchId}`)
    await submit(simulator, phones.slice(0, 1), 'APAC')
    await request(simulator, '/elsewhere')
    const { calls, batches, takenTwice } = simulator.ledger
    expect(calls).toMatchObject({ createbatch: 2, batchstatus: 2, other: 1 })
    expect(batches[0]).toMatchObject({ batchId, region: 'NOAM', phones, statusCalls: 2 })
    expect(takenTwice).toEqual([phones[0]?.hardwareId])
    await simulator.close()
  })
})
