import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Microsoft, PersonSignIn } from '../../../src/core/session/microsoft.ts'
import type { Tokens } from '../../../src/core/session/microsoft-sign-in.ts'
import type { SessionMemory } from '../../../src/core/session/session-service/memory.ts'
import { createSessionService, type SessionService } from '../../../src/core/session/session-service.ts'
import type { TenantSession as Session } from '../../../src/core/session/tenant-session.ts'
import type { Account } from '../../../src/shared/auth/account.ts'
import type { SignInFailure } from '../../../src/shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../../src/shared/result.ts'
import type { SessionState } from '../../../src/shared/session.ts'
import { text } from '../../../src/shared/text/index.ts'
import { operator, tenant } from '../../support/run-samples.ts'
import { sessionMemory } from '../../support/session-memory.ts'

const oslo: Account = { id: 'oslo', username: 'admin.oslo@contoso.com', tenantId: tenant.id }
const bergen: Account = { id: 'bergen', username: 'bergen@fabrikam.com', tenantId: 'fabrikam-id' }
const expired: SignInFailure = {
  kind: 'interaction-required',
  ...text.signIn.failures['interaction-required'],
  claims: '{"c":1}',
  at: '2026-11-21T08:00:00.000Z',
}
const cancelled: SignInFailure = { ...expired, kind: 'cancelled' }

type SignInEnd = Awaited<ReturnType<Microsoft['signIn']>>
type TokenEnd = Result<string, SignInFailure>

let service: SessionService
let remembered: Account[]
let memory: SessionMemory
let watched: boolean
let unwatched: PromiseWithResolvers<void>
/** Happens while an account's session is being opened. */
let whileOpening: () => void
let token: TokenEnd
let asked: number
/** Of each sign-in that was begun, in order. */
let signIns: { readonly request: PersonSignIn; end(end: SignInEnd): void }[]
let states: SessionState[]
let told: { kind: 'renewed' | 'returned' }[]
let simulated: { readonly tenant: typeof tenant; readonly operator: typeof operator; end(): Promise<void> }

const tokens: Tokens = {
  async token() {
    asked += 1
    return token
  },
}

/** The service names the tenant as far as there is a token. */
function sessionOf({ tenantId, username }: Account, { token: tokenOf }: Tokens): Session {
  const gateway = {
    async tenant() {
      const granted = await tokenOf('any', { resource: 'admin', renew: false })
      return granted.ok
        ? succeed({ id: tenantId, name: `Name of ${tenantId}`, domain: undefined })
        : fail({ kind: 'expired', message: granted.failure.message })
    },
  }
  return {
    tenant: { id: tenantId, name: tenantId, simulated: false },
    operator: { username },
    gateway,
    end: async () => {},
  } as unknown as Session
}

beforeEach(() => {
  remembered = []
  memory = sessionMemory('settings.example')
  watched = false
  unwatched = Promise.withResolvers()
  whileOpening = () => undefined
  token = succeed('a token')
  asked = 0
  signIns = []
  states = []
  told = []
  simulated = { tenant: { ...tenant, simulated: true }, operator, end: vi.fn(async () => {}) }
  service = createSessionService({
    explore: async () => simulated as unknown as Session,
    microsoft: {
      accounts: async () => remembered,
      async storage() {
        whileOpening()
        return 'encrypted'
      },
      signIn: (request) =>
        new Promise((resolve) => {
          signIns.push({ request, end: resolve })
          request.signal.addEventListener('abort', () => resolve(fail(cancelled)))
        }),
      signOut: async (accountId) => {
        remembered = remembered.filter(({ id }) => id !== accountId)
      },
      tokens: () => tokens,
      open: sessionOf,
    },
    memory,
    isWatched: () => watched,
    unwatched: () => unwatched.promise,
    now: () => Date.parse('2026-11-21T08:00:00Z'),
    changed: (state) => states.push(state),
    renewed: () => told.push({ kind: 'renewed' }),
    returned: () => told.push({ kind: 'returned' }),
  })
})

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The person signs in as this account. */
function arriveAs(account: Account, index = signIns.length - 1): void {
  if (!remembered.some(({ id }) => id === account.id)) remembered = [...remembered, account]
  signIns[index]?.end(succeed({ account, tokens }))
}

async function signedIn(account = oslo): Promise<void> {
  const entering = service.signIn({ way: 'browser' })
  await settled()
  arriveAs(account)
  await entering
  await settled()
}

describe('the simulated tenant', () => {
  test('is entered once, whatever is clicked, and told to everybody', async () => {
    await Promise.all([service.explore(), service.explore()])
    await service.explore()

    expect(states).toEqual([
      { kind: 'signed-in', tenant: simulated.tenant, operator, accounts: [], storage: 'none' },
    ])
    expect(service.current()?.tenant.simulated).toBe(true)
  })

  test('is left by signing out, which ends it', async () => {
    await service.explore()

    expect(await service.signOut()).toEqual(succeed({ kind: 'signed-out', accounts: [] }))
    expect(simulated.end).toHaveBeenCalledOnce()
    expect(service.current()).toBeUndefined()
  })

  test('gives way to whoever signs in', async () => {
    await service.explore()
    await signedIn()

    expect(simulated.end).toHaveBeenCalledOnce()
    expect(service.state()).toMatchObject({ kind: 'signed-in', accountId: 'oslo' })
  })
})

describe('signing in', () => {
  test('shows what is under way, then the tenant at once, and its name when the service tells it', async () => {
    const entering = service.signIn({ way: 'browser' })
    expect(service.state()).toEqual({ kind: 'signing-in', way: 'browser', accounts: [] })
    await settled()
    arriveAs(oslo)

    expect(await entering).toMatchObject(
      succeed({ kind: 'signed-in', tenant: { id: tenant.id, name: tenant.id }, storage: 'encrypted' }),
    )
    await settled()
    expect(states.at(-1)).toMatchObject({
      tenant: { name: `Name of ${tenant.id}` },
      operator: { username: oslo.username },
      accounts: [{ id: 'oslo', tenantName: `Name of ${tenant.id}` }],
    })
    expect(told).toEqual([{ kind: 'returned' }])
    expect(memory.lastAccount()).toBe('oslo')
  })

  test('goes to the tenant that is asked for, else to that of the settings', async () => {
    void service.signIn({ way: 'browser', tenant: 'fabrikam.com' })
    await settled()
    void service.signIn({ way: 'browser' })
    await settled()

    expect(signIns.map(({ request }) => request.tenant)).toEqual(['fabrikam.com', 'settings.example'])
  })

  test('is joined by a second click', async () => {
    const both = [service.signIn({ way: 'browser' }), service.signIn({ way: 'browser' })]
    await settled()
    expect(signIns).toHaveLength(1)
    arriveAs(oslo)

    const [first, second] = await Promise.all(both)
    expect(second).toEqual(first)
  })

  test('by code takes the place of a browser that did not open, and shows the code', async () => {
    const byBrowser = service.signIn({ way: 'browser' })
    await settled()
    void service.signIn({ way: 'device-code' })
    await settled()

    expect(signIns[0]?.request.signal.aborted).toBe(true)
    expect(await byBrowser).toMatchObject(succeed({ kind: 'signing-in', way: 'device-code' }))
    const code = { userCode: 'A1B2', verificationUri: 'https://microsoft.com/devicelogin', expiresAt: 1 }
    signIns[1]?.request.onCode(code)
    expect(states.at(-1)).toEqual({ kind: 'signing-in', way: 'device-code', code, accounts: [] })
  })

  test('that is cancelled leaves no failure', async () => {
    const entering = service.signIn({ way: 'browser' })
    await settled()

    expect(service.cancelSignIn()).toEqual({ kind: 'signed-out', accounts: [] })
    expect(await entering).toEqual(succeed({ kind: 'signed-out', accounts: [] }))
    expect(told).toEqual([])
  })

  test('that fails says why, in the answer and in the state, until another one begins', async () => {
    const failure: SignInFailure = { ...expired, kind: 'blocked', code: 'AADSTS53003', correlationId: 'c' }
    const entering = service.signIn({ way: 'browser' })
    await settled()
    signIns[0]?.end(fail(failure))

    const { message, remedy } = failure
    expect(await entering).toEqual(fail({ kind: 'sign-in', message, remedy, signIn: failure }))
    expect(states.at(-1)).toEqual({ kind: 'signed-out', accounts: [], failure })
    void service.signIn({ way: 'browser' })
    expect(service.state()).not.toHaveProperty('failure')
  })

  test('that ends in a bug leaves nothing under way', async () => {
    const { signIn } = createSessionService({
      ...({} as Parameters<typeof createSessionService>[0]),
      microsoft: {
        accounts: async () => [],
        signIn: async () => Promise.reject(new Error('bug')),
      } as unknown as Microsoft,
      memory: { tenantToSignInTo: () => undefined } as never,
      isWatched: () => false,
      unwatched: async () => {},
      changed: (state) => states.push(state),
    })

    await expect(signIn({ way: 'browser' })).rejects.toThrow('bug')
    expect(states.at(-1)).toEqual({ kind: 'signed-out', accounts: [] })
  })
})

describe('at launch', () => {
  test('the account that was last is signed in without anybody being asked', async () => {
    remembered = [bergen, oslo]
    memory.rememberAccount('oslo')
    memory.rememberTenant(tenant.id, { name: 'Contoso', domain: 'contoso.com' })
    await service.begin()

    expect(states[0]).toMatchObject({
      kind: 'signed-in',
      accountId: 'oslo',
      tenant: { id: tenant.id, name: 'Contoso', domain: 'contoso.com', simulated: false },
      accounts: [{ id: 'bergen' }, { id: 'oslo', tenantName: 'Contoso', tenantDomain: 'contoso.com' }],
    })
    expect(signIns).toEqual([])
    await settled()
    expect(asked).toBe(1)
  })

  test('nobody is signed in whose sign-in is not there any more', async () => {
    remembered = [bergen]
    memory.rememberAccount('oslo')
    await service.begin()

    expect(states).toEqual([{ kind: 'signed-out', accounts: [bergen] }])
  })

  test('a sign-in that has run out shows the tenant all the same, and that it must be renewed', async () => {
    remembered = [oslo]
    memory.rememberAccount('oslo')
    token = fail(expired)
    await service.begin()
    await settled()

    expect(states.at(-1)).toMatchObject({ kind: 'signed-in', tenant: { id: tenant.id }, renewal: expired })
  })

  test('a network that is not there asks nobody to sign in', async () => {
    remembered = [oslo]
    memory.rememberAccount('oslo')
    token = fail({ ...expired, kind: 'no-network' })
    await service.begin()
    await settled()

    expect(states.at(-1)).not.toHaveProperty('renewal')
  })
})

describe('a sign-in that must be renewed', () => {
  beforeEach(async () => {
    token = fail(expired)
    await signedIn()
    watched = true
  })

  test('is renewed during a run, with its claims and its name, and wakes the run', async () => {
    expect(service.state()).toMatchObject({ renewal: expired })
    const again = service.signIn({ way: 'browser', accountId: 'oslo' })
    await settled()
    expect(signIns.at(-1)?.request).toMatchObject({
      tenant: tenant.id,
      loginHint: oslo.username,
      claims: expired.claims,
    })
    expect(service.state()).toMatchObject({
      kind: 'signed-in',
      signingIn: { accountId: 'oslo' },
      renewal: expired,
    })
    const session = service.current()
    token = succeed('new')
    arriveAs(oslo)

    expect(await again).toMatchObject({ ok: true, value: { kind: 'signed-in', accountId: 'oslo' } })
    expect(service.state()).not.toHaveProperty('renewal')
    expect(service.current()?.gateway).toBe(session?.gateway)
    expect(told).toContainEqual({ kind: 'renewed' })
  })

  test('stays so when somebody else signs in, who is remembered', async () => {
    const again = service.signIn({ way: 'browser', accountId: 'oslo' })
    await settled()
    arriveAs(bergen)

    expect(await again).toMatchObject(
      fail({
        kind: 'sign-in',
        signIn: { kind: 'other-account', message: expect.stringContaining('bergen') },
      }),
    )
    expect(service.state()).toMatchObject({
      accountId: 'oslo',
      renewal: expired,
      failure: { kind: 'other-account' },
      accounts: [oslo, bergen],
    })
    expect(told).not.toContainEqual({ kind: 'renewed' })
  })

  test('asks the authority no more until then', async () => {
    const before = asked
    await service.current()?.gateway.tenant()
    await service.current()?.gateway.tenant()

    expect(asked).toBe(before)
  })
})

describe('while a run is watched', () => {
  beforeEach(async () => {
    await signedIn(bergen)
    await signedIn(oslo)
    watched = true
  })
  const refusal = { ok: false, failure: { kind: 'run-under-way', remedy: expect.any(String) } }

  test('nobody switches, signs in to another tenant, or signs out', async () => {
    expect(await service.switchTo('bergen')).toMatchObject(refusal)
    expect(await service.signIn({ way: 'browser' })).toMatchObject(refusal)
    expect(await service.signIn({ way: 'browser', accountId: 'bergen' })).toMatchObject(refusal)
    expect(await service.signOut()).toMatchObject(refusal)
    expect(await service.signOut('oslo')).toMatchObject(refusal)
    expect(service.state()).toMatchObject({ accountId: 'oslo' })
  })

  test('another account can be signed out', async () => {
    expect(await service.signOut('bergen')).toMatchObject({ value: { accountId: 'oslo', accounts: [oslo] } })
  })
})

test('a sign-in of somebody else that ends after a run has begun leaves the tenant as it is', async () => {
  await signedIn(oslo)
  const other = service.signIn({ way: 'browser' })
  await settled()
  watched = true
  arriveAs(bergen)

  expect(await other).toMatchObject({ ok: false, failure: { signIn: { kind: 'other-account' } } })
  expect(service.state()).toMatchObject({ accountId: 'oslo' })
})

describe('a run that begins while another account is being entered', () => {
  beforeEach(async () => {
    await signedIn(bergen)
    await signedIn(oslo)
    whileOpening = () => {
      watched = true
    }
  })

  test('keeps its tenant, in which alone it can be renewed, after a switch', async () => {
    expect(await service.switchTo('bergen')).toMatchObject({ ok: false, failure: { kind: 'run-under-way' } })
    expect(service.state()).toMatchObject({ accountId: 'oslo' })
    expect(memory.lastAccount()).toBe('oslo')
  })

  test('keeps its tenant after a sign-in', async () => {
    const other = service.signIn({ way: 'browser' })
    await settled()
    arriveAs(bergen)

    expect(await other).toMatchObject({ ok: false, failure: { signIn: { kind: 'other-account' } } })
    expect(service.state()).toMatchObject({ accountId: 'oslo' })
    expect(memory.lastAccount()).toBe('oslo')
  })
})

describe('several accounts', () => {
  beforeEach(async () => {
    await signedIn(bergen)
    await signedIn(oslo)
  })

  test('are switched between without signing in', async () => {
    expect(await service.switchTo('bergen')).toMatchObject({
      value: { accountId: 'bergen', tenant: { id: bergen.tenantId } },
    })
    expect(signIns).toHaveLength(2)
    expect(memory.lastAccount()).toBe('bergen')
  })

  test('are signed out one by one, and really', async () => {
    expect(await service.signOut()).toMatchObject({
      value: { kind: 'signed-out', accounts: [{ id: 'bergen' }] },
    })
    expect(remembered).toEqual([bergen])
    expect(memory.lastAccount()).toBeUndefined()
    expect(await service.switchTo('oslo')).toMatchObject({ ok: false, failure: { kind: 'sign-in' } })
  })

  test('the session of whoever is signed in is opened anew for another way, and where a run is watched once it is not', async () => {
    const before = service.current()
    watched = true
    await service.reopen()
    expect(service.current()).toBe(before)
    watched = false
    unwatched.resolve()
    await vi.waitFor(() => expect(service.current()).not.toBe(before))
    expect(service.state()).toMatchObject({ kind: 'signed-in', accountId: 'oslo' })
    expect(signIns).toHaveLength(2)
  })

  test('are all remembered when the app ends', async () => {
    await service.close()

    expect(remembered).toEqual([bergen, oslo])
    expect(memory.lastAccount()).toBe('oslo')
  })
})
