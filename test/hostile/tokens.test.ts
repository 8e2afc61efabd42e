import fc from 'fast-check'
import { expect, test } from 'vitest'
import { succeed } from '../../src/shared/result.ts'
import { gatewayTo, route } from '../support/admin-api.ts'
import { longToken, pieceFinder, repetitions } from '../support/long-token.ts'
import { hostileText } from './support/attack-strings.ts'
import { prove } from './support/prove.ts'

const token = longToken()
const header = `Authorization: Bearer ${token}`
const find = pieceFinder(token)

/** Any part of the header, written in any way, with anything before and after it. */
const words = fc
  .tuple(
    hostileText,
    fc.constantFrom(...Object.values(repetitions)),
    fc.nat(header.length),
    fc.nat(header.length),
    fc.nat(2200),
    hostileText,
  )
  .map(([before, repeat, one, other, padding, after]) => {
    const part = repeat(header.slice(Math.min(one, other), Math.max(one, other)))
    return `${before} ${'The request was refused. '.repeat(padding / 25)}${part} ${after}`
  })

/** An answer with such words wherever the client looks for some, and where it does not. */
const answer = fc.record({
  status: fc.constantFrom(200, 200, 200, 400, 401, 403, 404, 409, 429, 500, 302),
  isPage: fc.boolean(),
  said: fc.array(words, { minLength: 8, maxLength: 8 }),
  end: fc.constantFrom(1, 1, 0.5),
})

const bodyOf = (said: readonly string[]): Record<string, unknown> => {
  const [a, b, c, d, e, f, g, h] = said
  return {
    ...{
      batchId: 'b',
      batchItemsCount: a,
      batchStatus: b,
      region: c,
      requestTime: d,
      userId: e,
      tenantId: f,
    },
    ...{ displayName: g, verifiedDomains: [{ name: h, isDefault: true }, a], errorCode: b, message: c },
    ...{ action: d, code: e, [String(f)]: g },
    batchItems: [
      { userName: a, hardwareId: b, status: c, error: d },
      { userName: e, hardwareId: f, status: g, error: { [String(h)]: [a, { b }] } },
    ],
  }
}

test('no answer gets a piece of the token through the client, wherever, however and cut to whatever it repeats it', async () => {
  await prove('answers that repeat the token', 100, answer, async ({ status, isPage, said, end }) => {
    const json = JSON.stringify(bodyOf(said))
    const body = isPage ? `<html>${said.join('<p>')}</html>` : json.slice(0, json.length * end)
    const told: unknown[] = []
    const gateway = gatewayTo('http://127.0.0.1:1', {
      tokens: async () => succeed(token),
      onCall: (call) => told.push(call),
      fetch: async (url) =>
        url.endsWith('serviceDiscovery') ? Response.json(route) : new Response(body, { status }),
    })
    told.push(
      await gateway.createBatch('NOAM', []),
      await gateway.batchStatus('b'),
      await gateway.batchSummaries(),
      await gateway.tenant(),
    )

    expect(find(JSON.stringify(told))).toEqual([])
  })
})
