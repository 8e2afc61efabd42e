import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  batchPhones,
  gatewayPath,
  type HeldSimulator,
  heldSimulator,
  request,
  submit,
} from '../../support/simulated-tenant.ts'

let simulator: HeldSimulator
beforeEach(async () => {
  simulator = await heldSimulator({ failureShare: 0 })
})
afterEach(() => simulator.close())

const refused = (errorCode: string) => ({ errorCode, message: expect.stringMatching(/\.$/) })
const [phone] = batchPhones(1)

describe('a batch is refused', () => {
  test.each<[string, unknown, string]>([
    ['of more than 100 phones', batchPhones(101), 'BatchTooLarge'],
    ['without phones', [], 'EmptyBatch'],
    ['that is no JSON', '[{', 'InvalidRequestBody'],
    ['that is no array', { ...phone }, 'InvalidRequestBody'],
    [
      'with other keys',
      [{ UserName: 'a@contoso.com', HardwareId: '1A-2B-3C-D4-E5-F6' }],
      'InvalidRequestBody',
    ],
    ['with more keys', [{ ...phone, region: 'NOAM' }], 'InvalidRequestBody'],
    ['with a username of blanks', [{ ...phone, userName: 'lobby phone@contoso.com' }], 'InvalidUserName'],
    ['with a username without a domain', [{ ...phone, userName: 'lobby' }], 'InvalidUserName'],
    ['with colons in a hardware ID', [{ ...phone, hardwareId: '1A:2B:3C:D4:E5:F6' }], 'InvalidHardwareId'],
    ['with a bare hardware ID', [{ ...phone, hardwareId: '1A2B3CD4E5F6' }], 'InvalidHardwareId'],
    ['with port 000', [{ ...phone, hardwareId: '1A-2B-3C-D4-E5-F6:000' }], 'InvalidHardwareId'],
    ['with a port of two digits', [{ ...phone, hardwareId: '1A-2B-3C-D4-E5-F6:01' }], 'InvalidHardwareId'],
    [
      'with a device twice',
      [phone, { userName: 'other@contoso.com', hardwareId: phone?.hardwareId.toLowerCase() }],
      'DuplicateHardwareId',
    ],
  ])('%s', async (_name, body, errorCode) => {
    expect(await submit(simulator, body)).toMatchObject({ status: 400, body: refused(errorCode) })
    expect(simulator.ledger.batches).toEqual([])
    expect(simulator.ledger.refusedBatches).toEqual([errorCode])
  })

  test.each(['', 'AMER', 'noam'])('for the region %j', async (region) => {
    expect(await submit(simulator, batchPhones(1), region)).toMatchObject({
      status: 400,
      body: refused('InvalidTargetRegion'),
    })
  })

  test('when three are open in its region, until one of them has ended', async () => {
    for (const first of [0, 1, 2]) expect((await submit(simulator, batchPhones(1, first))).status).toBe(200)
    expect(await submit(simulator, batchPhones(1, 3))).toMatchObject({
      status: 409,
      body: refused('ConcurrentBatchLimitReached'),
    })
    expect((await submit(simulator, batchPhones(1, 3), 'EMEA')).status).toBe(200)
    simulator.pass(6 * 60_000)
    expect((await submit(simulator, batchPhones(1, 3))).status).toBe(200)
    expect(simulator.ledger.mostOpenBatches).toEqual({ NOAM: 3, EMEA: 1, APAC: 0 })
  })

  test('when batches of somebody else fill the region', async () => {
    for (const first of [0, 1, 2]) simulator.startElsewhere('NOAM', batchPhones(1, first))
    expect((await submit(simulator, batchPhones(1, 3))).status).toBe(409)
  })
})

test('a batch of 100 with ports and small letters is taken', async () => {
  const adapter = [1, 2].map((port) => ({
    userName: 'fax@contoso.com',
    hardwareId: `00-90-8f-12-34-56:00${port}`,
  }))
  expect(await submit(simulator, [...batchPhones(98), ...adapter])).toMatchObject({
    status: 200,
    body: { batchItemsCount: 100 },
  })
})

describe('a call is refused', () => {
  test.each([
    ['without a token', { Authorization: '' }],
    ['with a foreign token', { Authorization: 'Bearer foreign' }],
    ['with another scheme', { Authorization: 'Basic dXNlcjpzZWNyZXQ=' }],
  ])('%s', async (_name, headers) => {
    const answer = await request(simulator, `${gatewayPath}/batchsummaries`, { headers })
    expect(answer).toMatchObject({ status: 401, body: refused('Unauthorized') })
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })

  test('with a token past its lifetime, in simulated time', async () => {
    const short = await heldSimulator({ tokenLifetimeMs: 3_600_000, speed: 60 })
    const status = async () => (await request(short, '/Teams.Tenant/tenants')).status
    expect(await status()).toBe(200)
    short.pass(60_000)
    expect(await status()).toBe(401)
    short.renewToken()
    expect(await status()).toBe(200)
    await short.close()
  })

  test('that names no route, or another one', async () => {
    for (const uri of ['', 'https://other.example/']) {
      const headers = { 'X-MS-Target-Uri': uri }
      expect(await request(simulator, '/Teams.Tenant/tenants', { headers })).toMatchObject({
        status: 400,
        body: refused('InvalidTargetUri'),
      })
    }
  })

  test('with another method', async () => {
    const answer = await request(simulator, `${gatewayPath}/createbatch?TargetRegion=NOAM`)
    expect(answer).toMatchObject({ status: 405, body: refused('MethodNotAllowed') })
    expect(answer.headers.get('allow')).toBe('POST')
    expect((await request(simulator, '/Teams.Tenant/tenants', { method: 'POST', body: '' })).status).toBe(405)
  })

  test('for an unknown batch, or none', async () => {
    const batchid = '3fa85f64-5717-4562-b3fc-2c963f66afa6'
    expect(await request(simulator, `${gatewayPath}/batchstatus?batchid=${batchid}`)).toMatchObject({
      status: 404,
      body: refused('BatchNotFound'),
    })
    expect((await request(simulator, `${gatewayPath}/batchstatus`)).status).toBe(400)
  })

  test('at a path that is not there', async () => {
    expect((await request(simulator, '/Teams.User/groups/lobby')).status).toBe(404)
  })
})
