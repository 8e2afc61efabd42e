import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gatewayTo, route, valueIn } from '../support/admin-api.ts'
import { hostileText } from './support/attack-strings.ts'
import { prove } from './support/prove.ts'

const service = 'http://127.0.0.1:1'

/** Anything that JSON can say, with the keys that the client looks for among its keys. */
const { any: hostileJson } = fc.letrec<{ any: unknown; object: object }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    hostileText,
    fc.jsonValue(),
    tie('object'),
    fc.array(tie('any'), { maxLength: 4 }),
  ),
  object: fc
    .array(
      fc.tuple(
        fc.oneof(
          hostileText,
          fc.constantFrom(
            'batchId',
            'BatchStatus',
            'batchItems',
            'userName',
            'hardwareId',
            'status',
            'error',
            'tenantId',
            'displayName',
            'verifiedDomains',
            'endpoints',
            'adminServiceEndpoint',
            'headers',
            'X-MS-Forest',
            'errorCode',
            'message',
            'action',
            '__proto__',
          ),
        ),
        tie('any'),
      ),
      { maxLength: 8 },
    )
    // Entries as JSON.parse makes them: `__proto__` is a key like any other.
    .map((entries) => Object.fromEntries(entries)),
}))

const deep = `${'{"error":['.repeat(100_000)}1${']}'.repeat(100_000)}`
const hostileBody = fc.oneof(
  { weight: 8, arbitrary: hostileJson.map((json) => JSON.stringify(json)) },
  { weight: 2, arbitrary: hostileText },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      deep,
      `{"batchId":"b","batchStatus":"x","batchItems":[{"userName":"a","status":"x","error":${deep}}]}`,
      '['.repeat(500_000),
      `{"batchId":"${'a'.repeat(1_000_000)}","batchStatus":"x"}`,
      '{"batchId":"\\ud800","batchStatus":"x"}',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}',
    ),
  },
)

test('no answer of the service makes the client throw, ask elsewhere or send a header of more than one line', async () => {
  const answers = fc.record({
    body: hostileBody,
    discovered: fc.option(hostileBody, { nil: JSON.stringify(route) }),
    status: fc.constantFrom(200, 200, 200, 201, 204, 302, 400, 401, 403, 404, 407, 429, 500, 503, 599),
    said: hostileText,
    batchId: hostileText,
  })
  await prove('answers of the service', 500, answers, async ({ body, discovered, status, said, batchId }) => {
    const asked: { readonly url: string; readonly headers: Headers }[] = []
    const gateway = gatewayTo(service, {
      fetch: async (url, init) => {
        asked.push({ url, headers: new Headers(init.headers) })
        const isDiscovery = url.endsWith('serviceDiscovery')
        const retry = /^[\x20-\x7e]*$/.test(said) ? { 'Retry-After': said } : {}
        const empty = status === 204
        return isDiscovery
          ? new Response(discovered)
          : new Response(empty ? null : body, { status, headers: retry })
      },
    })
    const outcomes = await Promise.all([
      gateway.tenant(),
      gateway.createBatch('NOAM', [{ userName: said, hardwareId: said }]),
      gateway.batchStatus(batchId),
      gateway.batchSummaries(),
    ])

    for (const outcome of outcomes) expect(typeof outcome.ok).toBe('boolean')
    expect(asked.length).toBeGreaterThan(0)
    for (const { url, headers } of asked) {
      expect(url).toMatch(
        /^http:\/\/127\.0\.0\.1:1\/(Teams\.Tenant\/(serviceDiscovery|tenants)|Teams\.SipDevicesGatewayManagement\/v1\/(createbatch\?TargetRegion=NOAM|batchstatus\?batchid=[^&#?/]*|batchsummaries))$/,
      )
      expect(headers.get('X-MS-Target-Uri') ?? 'https://a/').toMatch(/^https:\/\/[\w.-]+(:\d+)?\/$/)
    }
    expect({}).not.toHaveProperty('polluted')
  })
})

test('what is kept of an answer has an end, however long it is', async () => {
  const long = 'a'.repeat(500_000)
  const body = {
    batchId: 'b',
    batchStatus: long,
    batchItems: [{ userName: long, hardwareId: long, status: long, error: long }],
  }
  const gateway = gatewayTo(service, {
    fetch: async (url) => Response.json(url.endsWith('serviceDiscovery') ? route : body),
  })
  const report = valueIn(await gateway.batchStatus('b'))

  expect(JSON.stringify(report).length).toBeLessThan(20_000)
})

test('a batch ID that is longer than any, and could be another one when it is shortened, is no batch ID', async () => {
  const gateway = gatewayTo(service, {
    fetch: async (url) =>
      Response.json(url.endsWith('serviceDiscovery') ? route : { batchId: 'b'.repeat(201) }),
  })

  expect(await gateway.createBatch('NOAM', [])).toMatchObject({ failure: { kind: 'unexpected' } })
})
