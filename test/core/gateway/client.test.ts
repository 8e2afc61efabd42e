import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CallRecord } from '../../../src/core/gateway/call.ts'
import type { GatewayOptions } from '../../../src/core/gateway/client.ts'
import { createGateway } from '../../../src/core/gateway/client.ts'
import { fail, succeed } from '../../../src/shared/result.ts'
import {
  type AdminApi,
  adminApi,
  discoveryPath,
  failureIn,
  json,
  route,
  valueIn,
} from '../../support/admin-api.ts'
import type { SeenRequest } from '../../support/small-server.ts'

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const phones = [{ userName: 'lobby@contoso.com', hardwareId: '1A-2B-3C-D4-E5-F6' }]

const opened: AdminApi[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()))
})

async function api(
  answer: (request: SeenRequest, response: ServerResponse) => void,
  options?: Partial<GatewayOptions>,
): Promise<AdminApi> {
  const one = await adminApi(answer, options)
  opened.push(one)
  return one
}

describe('a request', () => {
  test('for a batch is the documented one', async () => {
    const { gateway, calls } = await api((_, response) =>
      json(response, 200, { batchId: 'b1', batchItemsCount: 1 }),
    )
    expect(valueIn(await gateway.createBatch('EMEA', phones))).toEqual({ batchId: 'b1', itemsCount: 1 })
    expect(calls()).toHaveLength(1)
    expect(calls()[0]).toMatchObject({
      method: 'POST',
      path: '/Teams.SipDevicesGatewayManagement/v1/createbatch?TargetRegion=EMEA',
      body: '[{"userName":"lobby@contoso.com","hardwareId":"1A-2B-3C-D4-E5-F6"}]',
    })
    expect(calls()[0]?.headers['content-type']).toBe('application/json')
  })

  test('carries token, route, our own name and a correlation ID of its own', async () => {
    const { gateway, seen } = await api((_, response) => json(response, 200, []))
    await gateway.batchSummaries()
    await gateway.batchSummaries()
    for (const { headers } of seen) {
      expect(headers.authorization).toBe('Bearer first-token')
      expect(headers['user-agent']).toBe('client-test/1.0')
    }
    const ids = seen.map(({ headers }) => String(headers['x-ms-correlation-id']))
    expect(ids.filter((id) => !guid.test(id))).toEqual([])
    expect(new Set(ids).size).toBe(3)
  })

  test('of bulk sign-in carries the address of the tenant and no forest, as the module sends it', async () => {
    const { gateway, calls } = await api((_, response) => json(response, 200, []))
    await gateway.createBatch('NOAM', phones)
    await gateway.batchSummaries()
    await gateway.batchStatus('b1')
    expect(calls()).toHaveLength(3)
    for (const { headers } of calls()) {
      expect(headers['x-ms-target-uri']).toBe('https://admin.contoso.example/')
      expect(headers['x-ms-forest']).toBeUndefined()
    }
  })

  test('for a status escapes the batch ID', async () => {
    const { gateway, calls } = await api((_, response) => json(response, 200, { batchStatus: 'InProgress' }))
    const report = valueIn(await gateway.batchStatus('a&b=c'))
    expect(calls()[0]?.path).toBe('/Teams.SipDevicesGatewayManagement/v1/batchstatus?batchid=a%26b%3Dc')
    expect(report).toEqual({ batchId: 'a&b=c', batchStatus: 'InProgress', items: [] })
  })

  test('goes to the service or to this machine, and nowhere else', () => {
    const make = (baseUrl: string) => () =>
      createGateway({ baseUrl, fetch, userAgent: 'test', tokens: async () => succeed('token') })
    expect(make('https://api.interfaces.records.teams.microsoft.com')).not.toThrow()
    expect(make('https://admin.contoso.example')).toThrow(TypeError)
  })
})

describe('discovery', () => {
  test('is asked once, also by calls at the same time', async () => {
    const { gateway, seen } = await api((_, response) => json(response, 200, []))
    await Promise.all([gateway.batchSummaries(), gateway.batchSummaries(), gateway.batchSummaries()])
    await gateway.batchSummaries()
    expect(seen.filter(({ path }) => path === discoveryPath)).toHaveLength(1)
    expect(seen[0]?.path).toBe(discoveryPath)
  })

  test.each([
    [503, { kind: 'unavailable', sent: 'no' }],
    [404, { kind: 'unexpected', status: 404, sent: 'no' }],
    [403, { kind: 'unexpected', status: 403, sent: 'no' }, '<html></html>'],
    [403, { kind: 'denied' }],
    [401, { kind: 'expired' }],
  ])(
    'that fails with %d is the failure of the call, which was never sent, and is not kept',
    async (status, failure, body = '{}') => {
      let isDown = true
      const { baseUrl, calls } = await api((_, response) => json(response, 200, []))
      const fetchDown: typeof fetch = async (url, init) =>
        isDown && String(url).includes('/Teams.Tenant/') ? new Response(body, { status }) : fetch(url, init)
      const { gateway } = await withFetch(fetchDown, baseUrl)
      expect(failureIn(await gateway.createBatch('NOAM', phones))).toMatchObject(failure)
      expect(calls()).toEqual([])
      isDown = false
      expect((await gateway.batchSummaries()).ok).toBe(true)
    },
  )

  test.each([404, 403, 500, 200])(
    'that fails with %d has a second source: the tenant, asked without a route',
    async (status) => {
      const tenant = { tenantId: 't', serviceDiscovery: route }
      const { baseUrl, calls } = await api(({ path }, response) =>
        path === '/Teams.Tenant/tenants'
          ? json(response, 200, tenant)
          : json(response, 200, { batchId: 'b1' }),
      )
      const { gateway } = await withFetch(
        async (url, init) =>
          String(url).endsWith(discoveryPath) ? new Response('{}', { status }) : fetch(url, init),
        baseUrl,
      )
      expect(valueIn(await gateway.createBatch('NOAM', phones)).batchId).toBe('b1')
      const [asked, created] = calls()
      expect(calls()).toHaveLength(2)
      expect(asked?.headers['x-ms-target-uri']).toBeUndefined()
      expect(created?.headers['x-ms-target-uri']).toBe('https://admin.contoso.example/')
    },
  )

  test.each([
    [401, 'expired'],
    [429, 'throttled'],
  ])('that fails with %d would fail for the tenant, too, which is not asked', async (status, kind) => {
    const { baseUrl, calls } = await api((_, response) => json(response, 200, { serviceDiscovery: route }))
    const { gateway } = await withFetch(
      async (url, init) =>
        String(url).endsWith(discoveryPath) ? new Response('{}', { status }) : fetch(url, init),
      baseUrl,
    )
    expect(failureIn(await gateway.createBatch('NOAM', phones)).kind).toBe(kind)
    expect(calls()).toEqual([])
  })

  test('that got no answer leaves no unconfirmed about the batch behind it', async () => {
    const { gateway } = await withFetch(async () => {
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
      })
    })
    expect(failureIn(await gateway.createBatch('NOAM', phones))).toMatchObject({
      kind: 'unreachable',
      sent: 'no',
    })
  })

  test('that names no host is an unexpected answer', async () => {
    const { gateway } = await withFetch(async () =>
      Response.json({ Endpoints: { AdminServiceEndpoint: 'evil.example/\r\nX: y' } }),
    )
    expect(failureIn(await gateway.tenant())).toMatchObject({ kind: 'unexpected', sent: 'no' })
  })

  test('aborted by one caller does not fail another', async () => {
    const stop = new AbortController()
    const { baseUrl } = await api((_, response) => json(response, 200, []))
    const { gateway } = await withFetch(async (url, init) => {
      if (!stop.signal.aborted) {
        stop.abort()
        throw init?.signal?.reason
      }
      return fetch(url, init)
    }, baseUrl)
    const [first, second] = await Promise.all([gateway.batchSummaries(stop.signal), gateway.batchSummaries()])
    expect(failureIn(first)).toMatchObject({ kind: 'unreachable' })
    expect(second.ok).toBe(true)
  })
})

describe('a token that the service refuses', () => {
  const answerTo =
    (good: string) =>
    ({ headers }: SeenRequest, response: ServerResponse): void =>
      headers.authorization === `Bearer ${good}` ? json(response, 200, []) : json(response, 401, {})

  test('is renewed once and the call repeated', async () => {
    const asked: boolean[] = []
    const { gateway, calls } = await api(answerTo('renewed'), {
      tokens: async ({ renew }) => {
        asked.push(renew)
        return succeed(renew ? 'renewed' : 'first')
      },
    })
    expect((await gateway.batchSummaries()).ok).toBe(true)
    expect(asked.filter((renew) => renew)).toHaveLength(1)
    const [first, second] = calls()
    expect(first?.headers['x-ms-correlation-id']).not.toBe(second?.headers['x-ms-correlation-id'])
  })

  test('twice is an expired sign-in', async () => {
    const { gateway, calls } = await api(answerTo('none'))
    expect(failureIn(await gateway.batchSummaries()).kind).toBe('expired')
    expect(calls()).toHaveLength(2)
  })

  test('without another to be had is the failure of the sign-in', async () => {
    const { gateway, calls } = await api(answerTo('none'), {
      tokens: async ({ renew }) => (renew ? fail({ kind: 'interaction-required' }) : succeed('first')),
    })
    expect(failureIn(await gateway.batchSummaries())).toMatchObject({
      kind: 'expired',
      why: { code: 'no-token', signIn: 'interaction-required' },
    })
    expect(calls()).toHaveLength(1)
  })

  test('or that is none at all is never sent', async () => {
    const { gateway, seen } = await api(answerTo('none'), { tokens: async () => succeed('two\nlines') })
    const failure = failureIn(await gateway.batchSummaries())
    expect(failure.kind).toBe('expired')
    expect(JSON.stringify(failure)).not.toContain('lines')
    expect(seen).toEqual([])
  })
})

describe('an answer that is a refusal', () => {
  async function refusedWith(
    status: number,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
    now = Date.parse('2026-03-02T09:00:00Z'),
  ) {
    const { gateway } = await api((_, response) => json(response, status, body, headers), { now: () => now })
    return failureIn(await gateway.createBatch('NOAM', phones))
  }

  test('for missing rights is denied, and says which roles', async () => {
    expect(await refusedWith(403, { errorCode: 'Forbidden', message: 'No.' })).toMatchObject({
      kind: 'denied',
      why: { code: 'role' },
    })
    expect((await refusedWith(400, { errorCode: 'X', message: 'Access Denied.' })).kind).toBe('denied')
    expect((await refusedWith(400, { Action: 'a', Code: 'c', Message: 'm' })).kind).toBe('denied')
  })

  test('for too many requests says how long to wait, in seconds or by date', async () => {
    const said = { errorCode: 'TooManyRequests', message: 'Too many requests.' }
    expect(await refusedWith(429, said, { 'Retry-After': '7' })).toMatchObject({
      kind: 'throttled',
      retryAfterMs: 7_000,
    })
    const dates = { 'Retry-After': 'Mon, 02 Mar 2026 09:02:00 GMT', Date: 'Mon, 02 Mar 2026 09:00:00 GMT' }
    expect(await refusedWith(429, said, dates, 0)).toMatchObject({ retryAfterMs: 120_000 })
    expect(await refusedWith(429, said)).not.toHaveProperty('retryAfterMs')
  })

  test('for now is unavailable, with the wait', async () => {
    const said = { errorCode: 'Busy', message: 'Come again.' }
    expect(await refusedWith(503, said, { 'Retry-After': '30' })).toMatchObject({
      kind: 'unavailable',
      status: 503,
      retryAfterMs: 30_000,
    })
  })

  test.each([500, 502, 503])('of status %i is no definite one, whatever its words', async (status) => {
    const denial = { action: 'a', code: 'AccessDenied', message: 'Access denied.' }
    expect(await refusedWith(status, denial)).toMatchObject({
      kind: 'unavailable',
      said: 'Access denied.',
    })
  })

  test.each(['', '{}', '{"message":"Forbidden"}', 'Access denied'])(
    'of status 403 to a call that changes nothing is a denial in whatever words but a page: %j',
    async (body) => {
      const { gateway } = await api((_, response) => response.writeHead(403).end(body))
      expect(failureIn(await gateway.batchSummaries()).kind).toBe('denied')
    },
  )

  test('of something unknown is not-found', async () => {
    expect((await refusedWith(404, { errorCode: 'BatchNotFound', message: 'No batch.' })).kind).toBe(
      'not-found',
    )
  })

  test.each<[string, number, string]>([
    ['a page, 404', 404, '<!doctype html><title>Not found</title>'],
    ['nothing, 404', 404, ''],
    ['JSON of another, 404', 404, '{"statusCode":404,"message":"Resource not found"}'],
    ['no JSON, 404', 404, 'no such page'],
    ['a page, 403', 403, '<html><title>Access denied</title></html>'],
    ['a page that denies, 400', 400, '<html><title>Access denied</title></html>'],
    ['a page about blocking, 451', 451, '<html><title>Blocked</title></html>'],
  ])(
    'not worded as the service does (%s) is neither a denial nor a loss, and may hide that a batch was taken',
    async (_, status, body) => {
      const { gateway } = await api((_, response) => response.writeHead(status).end(body))
      for (const outcome of [await gateway.createBatch('NOAM', phones), await gateway.batchStatus('b1')]) {
        const failure = failureIn(outcome)
        expect(failure).toMatchObject({
          kind: 'unexpected',
          status,
          why: { code: 'not-its-own' },
        })
        expect(failure).not.toHaveProperty('sent')
      }
    },
  )

  test('of any other kind keeps code, words and correlation ID', async () => {
    const failure = await refusedWith(400, { ErrorCode: 'InvalidDevice', Message: 'Device 3 is malformed.' })
    expect(failure).toMatchObject({
      kind: 'refused',
      status: 400,
      code: 'InvalidDevice',
      said: 'Device 3 is malformed.',
      correlationId: expect.stringMatching(guid),
    })
    const { gateway } = await api((_, response) =>
      json(response, 400, { error: { code: 'Nested', message: 'Deep.' } }),
    )
    expect(failureIn(await gateway.batchStatus('b1'))).toMatchObject({ code: 'Nested', said: 'Deep.' })
  })

  test.each([
    ['ConcurrentBatchLimitReached', 'No.'],
    ['TooManyBatches', 'No.'],
    ['X', 'There are already 3 batches in progress in region NOAM.'],
    ['X', 'Maximum number of concurrent requests reached.'],
    ['X', 'Only 3 batches may run in parallel.'],
  ])('for too many batches is region-full (%s, %j)', async (errorCode, message) => {
    const failure = await refusedWith(409, { errorCode, message })
    expect(failure.kind).toBe('region-full')
    expect(failure).not.toHaveProperty('status')
  })

  test.each([
    ['BatchTooLarge', 'The request has 101 devices; at most 100 are allowed.'],
    ['X', 'A batch may hold a maximum of 100 devices.'],
    ['InvalidTargetRegion', 'The region of the batch is not one of NOAM, EMEA, APAC.'],
    ['X', 'Device 00-04-F2-81-24-B3 is in an active batch.'],
  ])('for another reason is not region-full (%s, %j)', async (errorCode, message) => {
    expect((await refusedWith(400, { errorCode, message })).kind).toBe('refused')
  })

  test('of a proxy that wants a sign-in never reached the service, where the call changes nothing', async () => {
    // Node's own fetch rejects; Chromium's hands the answer on.
    const { gateway } = await withFetch(async (url) =>
      String(url).endsWith(discoveryPath) ? Response.json(route) : new Response('', { status: 407 }),
    )
    expect(failureIn(await gateway.batchSummaries())).toMatchObject({ kind: 'unreachable', sent: 'no' })
  })
})

describe('the call directly before a submission', () => {
  test.each(['[]', '{"another":"shape"}', '<!doctype html><title>A page</title>', ''])(
    'is answered by any success, for the history is not read: %s',
    async (body) => {
      const { gateway, calls } = await api((_, response) => response.end(body))
      expect(await gateway.checkAccess()).toEqual(succeed(undefined))
      expect(calls()).toMatchObject([
        { method: 'GET', path: '/Teams.SipDevicesGatewayManagement/v1/batchsummaries' },
      ])
    },
  )

  test.each([400, 401, 403, 404, 407, 429, 500, 503])(
    'fails at status %i as the history does',
    async (status) => {
      for (const body of [{ errorCode: 'Refused', message: 'No.' }, undefined]) {
        const { gateway, calls } = await api((_, response) =>
          body ? json(response, status, body) : response.writeHead(status).end('A page'),
        )
        const { correlationId: _, ...failure } = failureIn(await gateway.checkAccess())
        const asked = calls().length
        const { correlationId: __, ...ofHistory } = failureIn(await gateway.batchSummaries())
        expect(failure).toEqual(ofHistory)
        expect(calls().length - asked).toBe(asked)
      }
    },
  )
})

describe('an answer that is none', () => {
  test.each<[string, (response: ServerResponse) => void, string]>([
    [
      'a captive portal',
      (to) => to.writeHead(200).end('<html><body>Guest   network</body></html>'),
      'Guest network',
    ],
    ['no JSON', (to) => to.writeHead(200).end('batch 17 created'), 'batch 17 created'],
    ['another shape', (to) => json(to, 200, { id: 17 }), '{"id":17}'],
    ['half of one', (to) => cutShort(to, '{"batchId":"b1","batchItems'), '{"batchId":"b1"'],
  ])('(%s) is unexpected and shows how it begins', async (_name, answer, beginning) => {
    const { gateway } = await api((_, response) => answer(response))
    const failure = failureIn(await gateway.createBatch('NOAM', phones))
    expect(failure).toMatchObject({
      kind: 'unexpected',
      status: 200,
      said: expect.stringContaining(beginning),
      correlationId: expect.stringMatching(guid),
    })
    expect(failure).not.toHaveProperty('sent')
  })

  test('(empty) is unexpected', async () => {
    const { gateway } = await api((_, response) => void response.writeHead(204).end())
    expect(failureIn(await gateway.batchSummaries())).toMatchObject({ kind: 'unexpected', status: 204 })
  })

  test('(one about another batch) is unexpected', async () => {
    const { gateway } = await api((_, response) =>
      json(response, 200, { batchId: 'b2', batchStatus: 'Completed', batchItems: [] }),
    )
    expect(failureIn(await gateway.batchStatus('b1'))).toMatchObject({ kind: 'unexpected', said: 'b2' })
  })

  test('(a redirect) is unexpected and not followed', async () => {
    const { gateway, calls } = await api((_, response) =>
      response.writeHead(302, { Location: '/elsewhere' }).end(),
    )
    expect(failureIn(await gateway.batchSummaries())).toMatchObject({ kind: 'unexpected', status: 302 })
    expect(calls()).toHaveLength(1)
  })

  test('(too large) is unexpected, and only its beginning is told', async () => {
    const { gateway } = await api((_, response) => json(response, 200, ['x'.repeat(5_000)]), {
      largestAnswer: 4_000,
    })
    const failure = failureIn(await gateway.batchSummaries())
    expect(failure.kind).toBe('unexpected')
    expect(failure.said?.length ?? 0).toBeLessThan(400)
  })
})

describe('a request without an answer', () => {
  test('may have been sent when the connection breaks', async () => {
    const { gateway } = await api((_, response) => response.socket?.resetAndDestroy())
    expect(failureIn(await gateway.createBatch('NOAM', phones))).toMatchObject({
      kind: 'unreachable',
      sent: 'maybe',
    })
  })

  describe('by the time that it has', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
    afterEach(() => void vi.useRealTimers())

    test('may have been sent when the time is up', async () => {
      const { gateway, calls } = await api(() => {})
      const outcome = gateway.createBatch('NOAM', phones)
      await expect.poll(calls).toHaveLength(1)
      vi.advanceTimersByTime(60_000)
      expect(failureIn(await outcome)).toMatchObject({
        kind: 'unreachable',
        sent: 'maybe',
        why: { code: 'timed-out' },
      })
    })

    test('may have been sent when its body stops coming', async () => {
      const { gateway, calls } = await api(
        (_, response) => void response.writeHead(200).write('[{"batchId":'),
      )
      const outcome = gateway.batchSummaries()
      await expect.poll(calls).toHaveLength(1)
      vi.advanceTimersByTime(30_000)
      expect(failureIn(await outcome)).toMatchObject({ kind: 'unreachable', sent: 'maybe' })
    })
  })

  test('may have been sent when the caller stops waiting', async () => {
    const stop = new AbortController()
    const { gateway } = await api(() => stop.abort())
    expect(failureIn(await gateway.createBatch('NOAM', phones, stop.signal))).toMatchObject({
      kind: 'unreachable',
      sent: 'maybe',
    })
  })

  test('is none where a whole answer came just before the caller stopped', async () => {
    const stop = new AbortController()
    const { gateway } = await withFetch(async (url) => {
      if (String(url).endsWith(discoveryPath)) return Response.json(route)
      const body = new ReadableStream({
        start(stream) {
          stream.enqueue(new TextEncoder().encode('{"batchId":"b1"}'))
          stop.abort()
          stream.close()
        },
      })
      return new Response(body)
    })
    expect(valueIn(await gateway.createBatch('NOAM', phones, stop.signal)).batchId).toBe('b1')
  })

  test('was not sent when the caller had stopped before', async () => {
    const { gateway, seen } = await api((_, response) => json(response, 200, []))
    expect(failureIn(await gateway.createBatch('NOAM', phones, AbortSignal.abort()))).toMatchObject({
      kind: 'unreachable',
      sent: 'no',
    })
    expect(seen).toEqual([])
  })

  test('was not sent when nobody listens there', async () => {
    const { baseUrl, close } = await adminApi(() => {})
    await close()
    const { gateway } = await withFetch(fetch, baseUrl)
    expect(failureIn(await gateway.createBatch('NOAM', phones))).toMatchObject({
      kind: 'unreachable',
      sent: 'no',
    })
  })
})

test('a warning in the headers goes to the log and to whoever submitted, without the token', async () => {
  const told: CallRecord[] = []
  const token = 'q7-the-token-of-this-sign-in-0123456789-abcdefghijklmnopqrstuvwxyz-9876543210-zyxwvu'
  const warning = `Policy changes may take 24 hours. ${token}`
  const { gateway } = await api(
    (_, response) =>
      json(response, 200, { batchId: 'b1' }, { 'X-Ms-ConfigApi-PowerShell-WarningMessage': warning }),
    { onCall: (call) => told.push(call), tokens: async () => succeed(token) },
  )
  const created = valueIn(await gateway.createBatch('NOAM', phones))
  expect(created.warning).toMatch(/^Policy changes may take 24 hours\. /)
  expect(told.map((call) => call.warning)).toEqual([undefined, created.warning])
  expect(JSON.stringify([created, told])).not.toContain(token)
})

test('a code of partners is explained to them', async () => {
  const { gateway } = await api((_, response) =>
    json(response, 403, { error: { code: '40301', message: 'Forbidden' } }),
  )
  expect(failureIn(await gateway.batchSummaries())).toMatchObject({
    kind: 'denied',
    why: { code: 'partner' },
  })
})

test('a log is told of every call, and of no token', async () => {
  const told: CallRecord[] = []
  const { gateway } = await api((_, response) => response.socket?.destroy(), {
    onCall: (call) => told.push(call),
  })
  const failure = failureIn(await gateway.batchStatus('b1'))
  expect(told).toMatchObject([
    { method: 'GET', path: discoveryPath, status: 200 },
    {
      method: 'GET',
      path: '/Teams.SipDevicesGatewayManagement/v1/batchstatus?batchid=b1',
      correlationId: failure.correlationId,
    },
  ])
  expect(told[1]).not.toHaveProperty('status')
  expect(JSON.stringify(told)).not.toContain('first-token')
})

async function withFetch(
  fetchLike: typeof fetch,
  baseUrl = 'http://127.0.0.1:1',
): Promise<Pick<AdminApi, 'gateway'>> {
  const options = { baseUrl, fetch: fetchLike, userAgent: 'client-test/1.0' }
  return { gateway: createGateway({ ...options, tokens: async () => succeed('first-token') }) }
}

function cutShort(response: ServerResponse, body: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1_000 })
  response.write(body, () => response.destroy())
}
