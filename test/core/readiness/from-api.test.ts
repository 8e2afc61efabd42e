import { afterEach, describe, expect, test } from 'vitest'
import { createGateway } from '../../../src/core/gateway/client.ts'
import { createTenantReads } from '../../../src/core/gateway/read-tenant.ts'
import { readinessFromApi } from '../../../src/core/readiness/from-api.ts'
import { accountFacts, usersIn } from '../../../src/core/readiness/read-facts.ts'
import { accountProblems } from '../../../src/core/simulator/accounts.ts'
import type { Fault } from '../../../src/core/simulator/fault.ts'
import {
  type Simulator,
  type SimulatorOptions,
  startSimulator,
} from '../../../src/core/simulator/simulator.ts'
import { guidanceFor } from '../../../src/shared/gateway/guidance.ts'
import type { AccountFacts } from '../../../src/shared/readiness/facts.ts'
import { judgeAccounts, judgeTenant } from '../../../src/shared/readiness/judge.ts'
import type { JudgedAccount } from '../../../src/shared/readiness/readiness.ts'
import { succeed } from '../../../src/shared/result.ts'

const opened: Simulator[] = []
afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()))
})

const now = Date.parse('2026-03-02T09:00:00Z')

async function source(options: Partial<SimulatorOptions> = {}) {
  let late = 0
  const simulator = await startSimulator({ now: () => now + late, ...options })
  opened.push(simulator)
  const slept: number[] = []
  const clock = {
    now: () => now,
    after: (ms: number) => now + ms,
    sleep: async (ms: number) => void slept.push(ms),
  }
  const service = {
    ...{ baseUrl: simulator.baseUrl, fetch, userAgent: 'readiness-test/1.0' },
    tokens: async () => succeed(simulator.token),
  }
  return {
    ...{ simulator, slept, readiness: readinessFromApi(createTenantReads(service), clock) },
    async reportLater(batchId: string) {
      late = 600_000
      const report = await createGateway(service).batchStatus(batchId)
      return report.ok ? report.value.items : []
    },
  }
}

const names = (size: number): readonly string[] =>
  Array.from({ length: size }, (_, index) => `phone${index}@simulated.example`)

async function judgedBy(
  readiness: Awaited<ReturnType<typeof source>>['readiness'],
  usernames: readonly string[],
) {
  const accounts = await readiness.accounts(usernames)
  const tenant = await readiness.tenant()
  const all = judgeAccounts(accounts, tenant)
  const judged = (name: string): JudgedAccount => {
    const one = all.get(name)
    if (!one) throw new Error(`Nobody asked about ${name}`)
    return one
  }
  return { tenant, judged, accounts }
}

const faultAt =
  (path: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY): NonNullable<SimulatorOptions['faults']> =>
  (call) =>
    path.test(call.path) && call.nth <= times ? fault : undefined

describe.each(['camel', 'pascal'] as const)('of a prepared tenant, in %s case', (casing) => {
  test('every account is ready, twenty a call, and so is the tenant', async () => {
    const { simulator, readiness } = await source({ casing })
    const { tenant, judged } = await judgedBy(readiness, names(300))
    expect(names(300).filter((name) => judged(name).status !== 'ready')).toEqual([])
    expect(judgeTenant(tenant).filter(({ status }) => status !== 'ready')).toEqual([])
    expect(simulator.ledger.calls.accounts).toBe(15)
    expect(simulator.ledger.calls.account).toBe(0)
  })
})

// Over 2,000 seeds, without HTTP: test/proof/readiness.test.ts.
test.each([1, 2, 3])('what is judged is what becomes of the phones in a run (seed %i)', async (seed) => {
  await expectAgreement(seed)
})

async function expectAgreement(seed: number): Promise<void> {
  const { simulator, readiness, reportLater } = await source({ seed, unpreparedShare: 0.5 })
  const usernames = names(40)
  const { judged } = await judgedBy(readiness, usernames)
  const phones = usernames.map((userName, index) => ({
    userName,
    hardwareId: `1A-2B-3C-D4-E5-${String(index).padStart(2, '0')}`,
  }))
  const batchId = simulator.startElsewhere('EMEA', phones)
  const later = await reportLater(batchId)
  expect(later).toHaveLength(40)
  for (const { userName, error } of later) {
    const code = error === undefined ? undefined : guidanceFor(error)?.code
    const failsForAccount = code !== undefined && accountProblems.has(code)
    expect([userName, code, judged(userName).status === 'fails']).toEqual([userName, code, failsForAccount])
  }
}

test('the simulated tenant verifies the domains of the accounts that it was asked for', async () => {
  const { readiness } = await source()
  const { tenant } = await judgedBy(readiness, ['lobby@contoso.com', 'hall@fabrikam.com'])
  expect(tenant.domains).toEqual({ read: true, value: ['simulated.example', 'contoso.com', 'fabrikam.com'] })
})

describe('what cannot be read', () => {
  test('of several in one answer is asked for alone', async () => {
    const faults = faultAt(/\/users$/, { kind: 'wrong-shape' })
    const { readiness, simulator } = await source({ faults })
    const { judged } = await judgedBy(readiness, names(3))
    expect(judged('phone1@simulated.example').status).toBe('ready')
    expect(simulator.ledger.calls.account).toBe(3)
  })

  test.each<[RegExp, Fault]>([
    [/\/users/, { kind: 'error', status: 403 }],
    [/TeamsIPPhonePolicy/, { kind: 'error', status: 403 }],
    [/TeamsCallingPolicy/, { kind: 'error', status: 500 }],
    [/\/users/, { kind: 'expired-token' }],
    [/\/users/, { kind: 'wrong-shape' }],
    [/TeamsIPPhonePolicy/, { kind: 'html' }],
  ])('%s answering %o: unread, neither ready nor failing', async (path, fault) => {
    const { readiness } = await source({ faults: faultAt(path, fault) })
    const { judged } = await judgedBy(readiness, names(2))
    expect(judged('phone0@simulated.example').status).toBe('unread')
  })

  test('together, because many at once are denied, is read one by one where that is allowed', async () => {
    const { readiness, simulator } = await source({
      faults: faultAt(/\/users$/, { kind: 'error', status: 403 }),
    })
    const { judged } = await judgedBy(readiness, names(100))
    expect(names(100).filter((name) => judged(name).status !== 'ready')).toEqual([])
    // No lane asks for many again once that was denied.
    expect(simulator.ledger.calls.accounts).toBeLessThanOrEqual(4)
    expect(simulator.ledger.calls.account).toBe(100)
  })

  test('of one account, which alone is denied, leaves the others readable', async () => {
    const { readiness } = await source({
      faults: (call) =>
        /phone3@|\/users$/.test(decodeURIComponent(call.path)) ? { kind: 'error', status: 403 } : undefined,
    })
    const { judged } = await judgedBy(readiness, names(10))
    expect(names(10).filter((name) => judged(name).status !== 'ready')).toEqual(['phone3@simulated.example'])
    expect(judged('phone3@simulated.example').status).toBe('unread')
  })

  test('is asked again once the service has been left alone as long as it asks', async () => {
    const fault = { kind: 'throttled', retryAfterSeconds: 7 } as const
    const { readiness, slept } = await source({ faults: faultAt(/\/users$/, fault, 2) })
    const { judged } = await judgedBy(readiness, names(2))
    expect(judged('phone0@simulated.example').status).toBe('ready')
    expect(slept).toEqual([7000, 7000])
  })

  test('accounts none of which is found by username may fail: that they can be found so is not certain', async () => {
    const { readiness } = await source({
      faults: faultAt(/\/users$/, { kind: 'wrong-shape' }),
      unpreparedShare: 0,
    })
    const { judged } = await judgedBy(readiness, ['operator', 'nobody'])
    expect([judged('operator').status, judged('nobody').status]).toEqual(['may-fail', 'may-fail'])
  })

  test('after a cancel is unread, and nothing more is asked', async () => {
    const { readiness, simulator } = await source()
    const stop = new AbortController()
    stop.abort()
    const accounts = await readiness.accounts(names(100), { signal: stop.signal })
    expect([...accounts.values()].filter(({ exists }) => exists.read)).toEqual([])
    expect(simulator.ledger.calls.accounts).toBe(0)
  })
})

test('3,000 accounts take 150 calls, four at a time, and tell how far they are', async () => {
  let open = 0
  let most = 0
  let calls = 0
  const user = (name: string) => ({ userPrincipalName: name, accountEnabled: true })
  const reads = {
    async accounts(usernames: readonly string[]) {
      calls++
      most = Math.max(most, ++open)
      await Promise.resolve()
      open--
      return { ms: 1, answer: succeed({ users: usernames.map(user) }) }
    },
  } as unknown as Parameters<typeof readinessFromApi>[0]
  const heard: number[] = []
  const clock = { now: () => now, after: () => now, sleep: async () => {} }
  const all = await readinessFromApi(reads, clock).accounts(names(3_000), {
    onRead: (done) => heard.push(done),
  })
  expect([all.size, calls, most, heard.at(-1)]).toEqual([3_000, 150, 4, 3_000])
})

describe('shapes', () => {
  const whole = {
    userPrincipalName: 'lobby@contoso.com',
    ...{ accountEnabled: true, accountType: 'User', lineUri: 'tel:+15550100', usageLocation: 'NO' },
    userDirSyncEnabled: false,
    assignedPlan: [{ capability: 'MCOEV', capabilityStatus: 'Enabled' }],
    effectivePolicyAssignments: [],
  }
  const read = (user: object): AccountFacts => {
    const [one] = usersIn(user) ?? []
    return accountFacts(one ?? {}, 'now')
  }
  const { assignedPlan, effectivePolicyAssignments, ...bare } = whole

  test('assignedPlan and assignedPlans are the same', () => {
    expect(read({ ...bare, assignedPlans: assignedPlan }).teamsPhone).toEqual({ read: true, value: true })
    expect(read(whole).teamsPhone).toEqual({ read: true, value: true })
  })

  test("a deleted plan and a resource account's are none, featureTypes or not", () => {
    const plan = (capability: string, capabilityStatus = 'Enabled') => [{ capability, capabilityStatus }]
    const none = { read: true, value: false }
    expect(read({ ...bare, assignedPlan: plan('MCOEV', 'Deleted') }).teamsPhone).toEqual(none)
    expect(
      read({ ...bare, assignedPlan: plan('MCOEV_VIRTUALUSER'), featureTypes: ['PhoneSystem'] }).teamsPhone,
    ).toEqual(none)
  })

  test('a plan without a status, or without plans at all, says nothing, whatever features there are', () => {
    const featureTypes = ['PhoneSystem']
    const unknown = read({ ...bare, assignedPlan: [{ capability: 'MCOEV' }], featureTypes })
    expect([unknown.teamsPhone, unknown.personalPlan]).toEqual(Array(2).fill({ read: false, why: 'odd' }))
    expect(read({ ...bare, featureTypes }).teamsPhone).toEqual({ read: false, why: 'absent' })
  })

  test('without assignments, as in GCC, policies are unread; a list without an entry means Global', () => {
    expect(read({ ...bare, assignedPlan }).phonePolicy).toEqual({ read: false, why: 'absent' })
    expect(read({ ...bare, assignedPlan }).isExpectedShape).toBe(true)
    expect(read({ ...bare, effectivePolicyAssignments }).phonePolicy).toEqual({
      read: true,
      value: { name: 'Global', by: 'global' },
    })
  })

  test.each(Object.keys(whole).filter((key) => key !== 'userPrincipalName'))(
    '%s left out, or of another form, makes no fact of it',
    (key) => {
      const without = Object.fromEntries(Object.entries(whole).filter(([one]) => one !== key))
      const unread = (facts: AccountFacts) =>
        Object.values(facts).filter((fact) => typeof fact === 'object' && !fact.read).length
      const before = unread(read(whole))
      expect(unread(read(without))).toBeGreaterThan(before)
      expect(unread(read({ ...whole, [key]: 7 }))).toBeGreaterThan(before)
      expect(read({ ...whole, [key]: 7 }).isExpectedShape).toBe(false)
    },
  )

  test('a page of other things is no user', () => {
    expect(usersIn({ users: [{ id: 1 }] })).toBeUndefined()
    expect(usersIn('no')).toBeUndefined()
    expect(usersIn([7])).toBeUndefined()
    expect(usersIn({ users: [] })).toEqual([])
  })
})
