import { afterEach, describe, expect, test } from 'vitest'
import type { TokenProvider } from '../../../src/core/gateway/gateway.ts'
import {
  inventoryBaseUrl,
  inventoryResource,
  isAllowedInventoryUrl,
} from '../../../src/core/inventory/address.ts'
import { createDeviceInventory } from '../../../src/core/inventory/create-device-inventory.ts'
import type { Fault } from '../../../src/core/simulator/fault.ts'
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../../src/core/simulator/simulator.ts'
import { guidanceFor } from '../../../src/shared/gateway/guidance.ts'
import { judgeDevices } from '../../../src/shared/inventory/judge-device.ts'
import { fail, succeed } from '../../../src/shared/result.ts'

const opened: Simulator[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

const now = Date.parse('2026-03-02T09:00:00Z')
const clockWith = (slept: number[] = []) => ({
  now: () => now,
  after: (ms: number) => now + ms,
  sleep: async (ms: number) => void slept.push(ms),
})
const idOf = (index: number): string =>
  `00-04-F2-00-${index
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')
    .replace(/(..)(..)/, '$1-$2')}`
const ids = (size: number): readonly string[] => Array.from({ length: size }, (_, index) => idOf(index))
const userAgent = 'inventory-test/1.0'

async function simulated(options: Partial<SimulatorOptions> = {}) {
  let late = 0
  const simulator = await startSimulator({ now: () => now + late, ...options })
  opened.push(simulator)
  const asked: { readonly resource: string; readonly renew: boolean }[] = []
  const tokens: TokenProvider = async ({ resource, renew }) => {
    asked.push({ resource, renew })
    return succeed(simulator.token)
  }
  const slept: number[] = []
  const pass = (ms: number): void => {
    late += ms
  }
  const service = { baseUrl: simulator.baseUrl, fetch, userAgent, tokens, clock: clockWith(slept) }
  const inventory = createDeviceInventory(service)
  return { slept, simulator, inventory, asked, pass }
}

/** An inventory that answers what a test says, page after page. */
function scripted(pages: (page: number, query: URLSearchParams) => unknown, tokens?: TokenProvider) {
  const requests: { readonly method: string; readonly url: URL; readonly headers: Headers }[] = []
  const logged: string[] = []
  const inventory = createDeviceInventory({
    ...{ baseUrl: inventoryBaseUrl, userAgent, clock: clockWith() },
    tokens: tokens ?? (async () => succeed('its-token')),
    onCall: ({ path }) => logged.push(path),
    async fetch(address, init) {
      const url = new URL(String(address))
      requests.push({ method: init?.method ?? 'GET', url, headers: new Headers(init?.headers) })
      const body = pages(requests.length - 1, url.searchParams)
      return body instanceof Response ? body : Response.json(body)
    },
  })
  return { inventory, requests, logged }
}

const record = (id: string, macAddress: string, more: object = {}) => ({
  ...{ baseInfo: { id }, macAddressInfos: [{ macAddress }], ...more },
})

describe.each(['camel', 'pascal'] as const)('the simulated inventory, in %s case', (casing) => {
  test('is read page by page, and says of each phone that was asked for what it knows', async () => {
    const { simulator, inventory, asked } = await simulated({ casing, failureShare: 0 })
    simulator.onboard(ids(120))
    const seen: number[] = []
    const answer = await inventory.read(ids(3), { onPage: (count) => seen.push(count) })
    expect(answer.devices.map(([id, { kind }]) => `${id} ${kind}`)).toEqual(
      ids(3).map((id) => `${id} listed`),
    )
    expect(seen).toEqual([50, 100, 120])
    expect(simulator.ledger.calls).toMatchObject({ devices: 3, other: 0, createbatch: 0 })
    expect(new Set(asked.map(({ resource }) => resource))).toEqual(new Set([inventoryResource]))
  })
})

test('what the inventory says of 300 phones agrees with how they then fail in a run', async () => {
  const { simulator, inventory, pass } = await simulated({ seed: 3, failureShare: 0.5 })
  simulator.onboard(ids(300))
  const phones = ids(300).map((hardwareId, index) => ({ username: `phone${index}@contoso.com`, hardwareId }))
  const judged = judgeDevices(phones, await inventory.read(ids(300)), now)
  const batch = simulator.startElsewhere(
    'NOAM',
    phones.map(({ username, hardwareId }) => ({ userName: username, hardwareId })),
  )
  pass(3_600_000)
  const answer = await fetch(
    `${simulator.baseUrl}/Teams.SipDevicesGatewayManagement/v1/batchstatus?batchid=${batch}`,
    {
      headers: {
        Authorization: `Bearer ${simulator.token}`,
        'X-MS-Target-Uri': 'https://admin.simulated.example/',
      },
    },
  )
  const report = (await answer.json()) as {
    batchItems: readonly { hardwareId: string; error: string | null }[]
  }
  const errors = new Map(report.batchItems.map(({ hardwareId, error }) => [hardwareId, error]))
  const disagreements = judged.flatMap(({ hardwareId, judged: { finding } }) => {
    const code = guidanceFor(errors.get(hardwareId) ?? '')?.code
    const isRight =
      (finding.kind === 'late') === (code === 'deadline-expired') &&
      (finding.kind === 'not-listed') === (code === 'device-not-found')
    return isRight ? [] : [`${hardwareId}: ${finding.kind}, and then ${code ?? 'signed in'}`]
  })
  expect(disagreements).toEqual([])
  const kinds = new Set(judged.map(({ judged: { finding } }) => finding.kind))
  expect([...kinds].toSorted()).toEqual(['in-time', 'in-use', 'late', 'not-listed'])
  // Whoever has signed in by now uses the phone.
  const [first] = judgeDevices(phones, await inventory.read(ids(300)), now).filter(
    ({ hardwareId }) => errors.get(hardwareId) === null,
  )
  expect(first?.judged.finding.kind).toBe('in-use-same')
})

test('every call is a GET with the filter for SIP phones and a token of the inventory alone, and the log names no page', async () => {
  const { inventory, requests, logged } = scripted((page) => ({
    devices: [record(String(page), idOf(page))],
    continuationToken: page < 2 ? `a+b/${page}&limit=9` : '',
  }))
  const { devices } = await inventory.read(ids(3))
  expect(devices.map(([, { kind }]) => kind)).toEqual(['listed', 'listed', 'listed'])
  expect(requests.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET'])
  for (const { url, headers } of requests) {
    expect(url.origin + url.pathname).toBe('https://admin.devicemgmt.teams.microsoft.com/api/v2/devices')
    expect(url.searchParams.get('filterJson')).toBe('{"deviceTypes":{"eq":["sip"]}}')
    expect(url.searchParams.getAll('limit')).toEqual(['50'])
    expect(headers.get('authorization')).toBe('Bearer its-token')
  }
  expect(requests.map(({ url }) => url.searchParams.get('continuationToken'))).toEqual([
    ...[null, 'a+b/0&limit=9', 'a+b/1&limit=9'],
  ])
  expect(new Set(logged)).toEqual(new Set(['/api/v2/devices']))
})

describe('an inventory that leads nowhere', () => {
  const kindsOf = async ({ inventory }: ReturnType<typeof scripted>) =>
    (await inventory.read(ids(2))).devices.map(([, reading]) =>
      reading.kind === 'unread' ? reading.why : reading.kind,
    )

  test('in a circle is left, and what is not found by then is not read', async () => {
    const its = scripted((page) => ({
      devices: page === 0 ? [record('1', idOf(0))] : [],
      continuationToken: page % 2 === 0 ? 'a' : 'b',
    }))
    expect(await kindsOf(its)).toEqual(['listed', 'odd'])
    expect(its.requests).toHaveLength(3)
  })

  test('without end is left after 400 pages', async () => {
    const its = scripted((page) => ({ devices: [], continuationToken: `page ${page}` }))
    expect(await kindsOf(its)).toEqual(['unfinished', 'unfinished'])
    expect(its.requests).toHaveLength(400)
  })

  test('that takes its time is left after ten minutes, and says what it had by then', async () => {
    let at = now
    const inventory = createDeviceInventory({
      ...{ baseUrl: inventoryBaseUrl, userAgent, tokens: async () => succeed('its-token') },
      clock: { ...clockWith(), now: () => at },
      fetch: async () => {
        at += 61_000
        return Response.json({ devices: [record('1', idOf(0))], continuationToken: `at ${at}` })
      },
    })
    const { devices, seen } = await inventory.read(ids(2))
    expect(devices.map(([, reading]) => (reading.kind === 'unread' ? reading.why : reading.kind))).toEqual([
      ...['listed', 'unfinished'],
    ])
    expect(seen).toBe(10)
  })

  test.each([
    ['nested without end', () => new Response(`{"devices":${'['.repeat(50_000)}`)],
    ['of a million devices', () => new Response(`{"devices":[${'{},'.repeat(1_000_000)}{}]}`)],
    ['of 3 MB', () => new Response(`{"devices":[],"x":"${'x'.repeat(3_000_000)}"}`)],
    [
      'of a web page',
      () => new Response('<html>Sign in</html>', { headers: { 'Content-Type': 'text/html' } }),
    ],
    ['of another form', () => ({ value: [] })],
    ['of nothing', () => new Response('')],
    [
      'of a redirect',
      () => new Response(null, { status: 302, headers: { Location: 'https://evil.example' } }),
    ],
  ])('with a page %s is not read', async (_, page) => {
    const its = scripted(page)
    const kinds = await kindsOf(its)
    expect(kinds.every((why) => why === 'unexpected' || why === 'odd')).toBe(true)
    expect(its.requests).toHaveLength(1)
  })

  test.each([
    [403, 'denied', 1],
    [404, 'not-found', 1],
    [500, 'unavailable', 4],
    [429, 'throttled', 4],
    [401, 'no-token', 2],
  ])('with status %i is not read: %s', async (status, why, calls) => {
    const body = { errorCode: 'x', message: 'y' }
    const its = scripted(() => Response.json(body, { status }))
    expect(await kindsOf(its)).toEqual([why, why])
    expect(its.requests).toHaveLength(calls)
  })

  test('where Microsoft gives no token is not asked', async () => {
    const its = scripted(
      () => ({}),
      async () => fail({ kind: 'consent-missing' as const }),
    )
    expect(await kindsOf(its)).toEqual(['no-token', 'no-token'])
    expect(its.requests).toEqual([])
  })
})

test('an inventory that repeats its token keeps nothing of it in what is read', async () => {
  const token = `eyJ${'qzx7'.repeat(30)}`
  const { inventory } = scripted(
    () => ({
      devices: [
        record('1', idOf(0), {
          lastLoggedInUserRef: { upn: `a-${token}@contoso.com` },
          healthSummary: { healthState: `Bearer ${token.slice(10, 60)}` },
        }),
      ],
    }),
    async () => succeed(token),
  )
  expect(JSON.stringify(await inventory.read(ids(1)))).not.toMatch(/qzx7qzx7/i)
})

test('several records of one phone leave it open which one counts, the same record twice does not', async () => {
  const { inventory } = scripted(() => ({
    devices: [record('1', idOf(0)), record('2', idOf(0)), record('3', idOf(1)), record('3', idOf(1))],
  }))
  const { devices } = await inventory.read(ids(2))
  expect(devices.map(([, reading]) => (reading.kind === 'unread' ? reading.why : reading.kind))).toEqual([
    ...['several', 'listed'],
  ])
})

test('a port of an adapter is not read: which record is its own is not known', async () => {
  const { inventory } = scripted(() => ({ devices: [record('1', idOf(0))] }))
  expect((await inventory.read([`${idOf(0)}:001`])).devices).toEqual([
    [`${idOf(0)}:001`, { kind: 'unread', why: 'port' }],
  ])
})

test('who stops it hears what was read by then', async () => {
  const stop = new AbortController()
  const { inventory, requests } = scripted((page) => ({
    devices: [record('1', idOf(0))],
    continuationToken: `page ${page}`,
  }))
  const answer = await inventory.read(ids(2), { signal: stop.signal, onPage: () => stop.abort() })
  expect(
    answer.devices.map(([, reading]) => (reading.kind === 'unread' ? reading.why : reading.kind)),
  ).toEqual([...['listed', 'stopped']])
  expect(requests).toHaveLength(1)
})

test('it waits as long as the service asks for, then goes on', async () => {
  const fault: Fault = { kind: 'throttled', retryAfterSeconds: 3 }
  const { simulator, inventory, slept } = await simulated({
    faults: ({ path, nth }) => (path === '/api/v2/devices' && nth === 1 ? fault : undefined),
  })
  simulator.onboard(ids(2))
  expect((await inventory.read(ids(2))).seen).toBe(2)
  expect(slept).toEqual([3000])
})

test('no other address than the inventory and this machine is ever asked', () => {
  const tokens = async () => succeed('x')
  for (const baseUrl of [
    'https://api.interfaces.records.teams.microsoft.com',
    'https://admin.devicemgmt.teams.microsoft.com.evil.example',
    'https://admin.devicemgmt.teams.microsoft.com/x',
    'http://admin.devicemgmt.teams.microsoft.com',
    'http://10.0.0.1',
  ]) {
    expect(isAllowedInventoryUrl(baseUrl)).toBe(false)
    expect(() => createDeviceInventory({ baseUrl, fetch, userAgent, tokens, clock: clockWith() })).toThrow(
      TypeError,
    )
  }
  expect(isAllowedInventoryUrl('http://127.0.0.1:5')).toBe(true)
})
