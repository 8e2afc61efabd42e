import fc from 'fast-check'
import { expect, test } from 'vitest'
import { examineTenant } from '../../src/core/doctor/examine-tenant.ts'
import { createTenantReads } from '../../src/core/gateway/read-tenant.ts'
import { expectations } from '../../src/shared/doctor/expectations.ts'
import { reportAsText } from '../../src/shared/doctor/report-as-text.ts'
import { verdictOf } from '../../src/shared/doctor/verdict.ts'
import { succeed } from '../../src/shared/result.ts'
import { visibleJson } from '../../src/shared/text/visible-json.ts'
import { route } from '../support/admin-api.ts'
import { hostileText } from './support/attack-strings.ts'
import { prove } from './support/prove.ts'

const token = 'eyJ0eXAiOiJKV1QifQ.eyJhdWQiOiJxcXpxemp4In0.c2lnbmF0dXJlLXFxenF6ang'

/** What may stand in an answer and is nobody else's business; each with a piece that must be nowhere in a report. */
const personal = [
  ['Adele Vance', 'adele'],
  ['Adele Vance', 'vance'],
  ['Vance, Adele (Lobby)', 'vance'],
  ['Żółtko-Müller Łucja', 'müller'],
  ['adelev@m365x214355.onmicrosoft.com', 'm365x214355'],
  ["o'grady_archie@fabrikam.com", 'fabrikam'],
  ['+49 30 5550 7781', '7781'],
  ['tel:+493055507781;ext=4471', '4471'],
  ['493055507781', '5550'],
  ['203.0.113.77', '113.77'],
  ['2001:db8::beef:77', 'beef'],
  ['00-04-F2-81-24-B3', '81-24'],
  ['0004f28124b3:001', '8124b3'],
  ['9f3c1e52-77aa-4b0d-8d55-1c2b3a4d5e6f', '1c2b3a4d5e6f'],
  ['https://contoso.example/secret/path?sig=zzqx', 'zzqx'],
  [token, 'eyj0'],
  [`Bearer ${token}`, 'c2lnbmf0'],
] as const
/** Alone, such a word is a name as a key, or as a value that is not a word of state. */
const names = ['Adele', 'grady', 'Vance', 'Łucja', 'AdeleVance', 'adele.vance', 'adele-vance'] as const

const pieces = [...new Set<string>(personal.map(([, piece]) => piece)), 'grady', 'łucja']

const documented = Object.values(expectations).flatMap(({ needed, usual }) => [...needed, ...usual])
const knownKeys = [...new Set(documented.flatMap((path) => path.split(/[.|]/)))]
const stateKeys = new Set(
  Object.values(expectations)
    .flatMap(({ shown }) => Object.keys(shown).flatMap((path) => path.split(/[.|]/)))
    .map((key) => key.toLowerCase()),
)
const technical = ['Completed', 'InProgress', 'EMEA', 'Enabled', 'CommonAreaPhoneSignin', 'Forbidden']

const secret = fc.constantFrom(...personal).map(([value]) => value)
const sentence = fc
  .tuple(
    fc.constantFrom('The user', 'Device', 'Error for', 'warning:'),
    secret,
    fc.constantFrom('not found.', ''),
  )
  .map((parts) => parts.join(' '))
const key = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...knownKeys) },
  { weight: 2, arbitrary: fc.constantFrom(...knownKeys).map((one) => one.toUpperCase()) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('value', 'error', 'code', 'errorCode', 'message', 'nextLink', 'users'),
  },
  { weight: 2, arbitrary: secret },
  { weight: 2, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: hostileText },
)

const { answer } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.oneof(secret, sentence, fc.constantFrom(...technical), hostileText),
    fc.constantFrom<unknown>(493_055_507_781, true, false, null, 7781, ''),
    tie('object'),
    fc.array(tie('object'), { maxLength: 3 }),
  ),
  object: fc
    .array(fc.tuple(key, tie('value'), fc.constantFrom(...names)), { maxLength: 9 })
    // What is no word of state may be a lone name.
    .map((entries) =>
      Object.fromEntries(
        entries.map(([name, value, lone]) => [
          name,
          value === '' && !stateKeys.has(name.toLowerCase()) ? lone : value,
        ]),
      ),
    ),
  answer: fc.oneof(tie('object'), fc.array(tie('object'), { maxLength: 4 }), tie('value')),
}))

const status = fc.constantFrom(200, 200, 200, 400, 403, 404, 500)

test('no name, number, address or token of an answer is in a report, whatever its shape and keys', async () => {
  await prove(
    'tests of a tenant',
    60,
    fc.tuple(fc.array(fc.tuple(status, answer), { minLength: 9, maxLength: 9 }), fc.boolean(), sentence),
    async ([answers, isRouted, warning]) => {
      const asked: string[] = []
      const fetch = async (url: unknown, init?: RequestInit): Promise<Response> => {
        asked.push(init?.method ?? 'GET')
        if (isRouted && String(url).includes('serviceDiscovery')) return Response.json(route)
        const [code, body] = answers[asked.length % answers.length] ?? [500, {}]
        const headers = { 'X-Ms-ConfigApi-PowerShell-WarningMessage': encodeURI(warning) }
        return Response.json(body ?? null, { status: code, headers })
      }
      const tokens = async () => succeed(token)
      const report = await examineTenant({
        session: {
          tenant: { id: '11111111-2222-3333-4444-555555555555', name: 'Adele Vance Ltd', simulated: false },
          operator: { username: 'adelev@m365x214355.onmicrosoft.com' },
          reads: createTenantReads({
            ...{ fetch: fetch as typeof globalThis.fetch, userAgent: 'x', tokens },
            baseUrl: 'http://127.0.0.1:1',
          }),
        },
        appVersion: '0.0.0',
        now: () => 0,
      })
      // Our own: the ID of each call, the time and how long it took.
      const ours = report.checks.map(({ ms: _, correlationId: __, ...check }) => check)
      const shown = `${reportAsText({ ...report, checks: ours })} ${visibleJson(ours, 0)} ${JSON.stringify(verdictOf(report))}`
      for (const piece of pieces) expect(shown.toLowerCase()).not.toContain(piece)
      expect(shown.length).toBeLessThan(60_000)
      expect(asked.filter((method) => method !== 'GET')).toEqual([])
    },
  )
})
