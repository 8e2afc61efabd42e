import { describe, expect, test, vi } from 'vitest'
import { startCallTrace } from '../../../src/core/auth/call-trace.ts'
import { type AuthorityCall, networkModule, type Wire } from '../../../src/core/auth/network-module.ts'
import { createKnownSecrets } from '../../../src/shared/text/secrets/known-secrets.ts'
import { heldClock } from '../../support/held-clock.ts'
import { longToken, pieceFinder } from '../../support/long-token.ts'

const url = 'https://login.example/contoso.com/oauth2/v2.0/token?client-request-id=1'

function withFetch(fetch: Wire['fetch'], authRequestSignal = new AbortController().signal) {
  const calls: AuthorityCall[] = []
  const clock = heldClock()
  const trace = startCallTrace()
  const wire: Wire = {
    fetch,
    clock,
    userAgent: 'us/1',
    callLimitMs: 1000,
    secrets: createKnownSecrets(),
    onCall: (call) => calls.push(call),
  }
  const network = networkModule(wire, { signal: authRequestSignal, trace, correlationId: 'c1' })
  return { network, trace, calls, clock }
}

describe("MSAL's network", () => {
  test('gives what the authority answers, whatever its status', async () => {
    const { network, trace } = withFetch(async () =>
      Response.json({ error: 'invalid_grant', error_codes: [50173] }, { status: 400 }),
    )
    const answer = await network.sendPostRequestAsync<{ error: string }>(url, { body: 'a=b' })
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(answer.headers['content-type']).toBe('application/json')
    expect(trace.last).toMatchObject({ kind: 'refused', status: 400, refusal: { number: 50173 } })
  })

  test('sends our name and no cookies, keeps nothing, and follows no redirect', async () => {
    const fetch = vi.fn<Wire['fetch']>(async () => Response.json({}))
    await withFetch(fetch).network.sendPostRequestAsync(url, {
      body: 'a=b',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    })
    expect(fetch).toHaveBeenCalledWith(
      url,
      expect.objectContaining({
        method: 'POST',
        body: 'a=b',
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Accept: 'application/json',
          'User-Agent': 'us/1',
        },
      }),
    )
  })

  test('tells of each call its path and end, never its query or body', async () => {
    const { network, calls } = withFetch(async () => Response.json({ access_token: 'secret' }))
    await network.sendPostRequestAsync(url, { body: 'refresh_token=secret' })
    expect(calls).toEqual([
      {
        method: 'POST',
        host: 'login.example',
        path: '/contoso.com/oauth2/v2.0/token',
        status: 200,
        ms: expect.any(Number),
        correlationId: 'c1',
      },
    ])
  })

  test('gives a refusal on without pieces of what was sent and of what came before, and no challenge with one', async () => {
    const [sent, came] = [longToken(), longToken()]
    const answers = [
      Response.json({ access_token: came, token_type: 'Bearer' }),
      Response.json({
        error: 'invalid_grant',
        error_description: `AADSTS50173: Revoked ${sent.slice(1000, 1030)} and ${came.slice(-30)}.`,
        suberror: sent.toLowerCase(),
        claims: `{"access_token":{"nbf":{"value":"${came.slice(40, 80)}"}}}`,
      }),
      Response.json({ error: 'invalid_grant', claims: '{"access_token":{"acrs":{"value":"c1"}}}' }),
    ]
    const { network, trace } = withFetch(async () => answers.shift() ?? Response.error())
    const body = `grant_type=refresh_token&refresh_token=${sent}`

    expect((await network.sendPostRequestAsync(url, { body })).body).toMatchObject({ access_token: came })
    const refusal = await network.sendPostRequestAsync(url, { body })
    const told = JSON.stringify([refusal, trace])
    for (const secret of [sent, came]) expect(pieceFinder(secret)(told)).toEqual([])
    // By chance a letter beside a piece is the one that the token goes on with.
    expect(told).toMatch(/AADSTS50173: Rev.*\[token removed\].*\[token removed\]/)
    expect(refusal.body).not.toHaveProperty('claims')
    expect((await network.sendPostRequestAsync(url, { body })).body).toMatchObject({
      claims: '{"access_token":{"acrs":{"value":"c1"}}}',
    })
  })

  test('takes the refusal of a device code for no code', async () => {
    const { network } = withFetch(async () => Response.json({ error: 'invalid_client' }, { status: 401 }))
    const asked = network.sendPostRequestAsync('https://login.example/organizations/oauth2/v2.0/devicecode')
    await expect(asked).rejects.toMatchObject({ errorCode: 'invalid_client' })
  })

  test.each<[what: string, response: () => Response, cause: string]>([
    ['of a proxy that asks', () => new Response('', { status: 407 }), 'proxy-asks'],
    ['that is no object', () => Response.json(5), 'garbled'],
    ['that is empty', () => new Response(''), 'garbled'],
    ['that is endless', () => new Response(new Uint8Array(2 * 1024 * 1024)), 'garbled'],
    ['that holds too much', () => Response.json(Array.from({ length: 6_000 }, () => [])), 'garbled'],
  ])('rejects an answer %s', async (_, response, cause) => {
    const { network, trace, calls } = withFetch(async () => response())
    await expect(network.sendGetRequestAsync(url)).rejects.toMatchObject({ errorCode: 'network_error' })
    expect(trace.last).toEqual({ kind: 'trouble', trouble: { cause } })
    expect(calls[0]?.trouble).toBe(cause)
  })

  test('ends a call at its time limit, and with its request', async () => {
    const never: Wire['fetch'] = (_, { signal }) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
    const late = withFetch(never)
    const waiting = late.network.sendGetRequestAsync(url)
    late.clock.pass(1000)
    await expect(waiting).rejects.toThrow()
    expect(late.trace.last).toMatchObject({ trouble: { cause: 'timed-out' } })

    const authRequest = new AbortController()
    const stopped = withFetch(never, authRequest.signal).network.sendGetRequestAsync(url)
    authRequest.abort()
    await expect(stopped).rejects.toThrow()
  })
})
