import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { hurriedClock, systemClock } from '../../src/core/clock/clock.ts'
import { createTenantReads } from '../../src/core/gateway/read-tenant.ts'
import type { TenantReads } from '../../src/core/gateway/tenant-reads.ts'
import type { ModuleSignIn } from '../../src/core/powershell/connection.ts'
import { createPowerShellWay, type PowerShellWay } from '../../src/core/powershell/way.ts'
import { readinessFromApi } from '../../src/core/readiness/from-api.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns } from '../../src/core/run/runs.ts'
import type { Fault, Faults } from '../../src/core/simulator/fault.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/core/simulator/simulator.ts'
import type { ModuleTrouble } from '../../src/shared/powershell/trouble.ts'
import { succeed } from '../../src/shared/result.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { testWith } from '../support/here.ts'
import { chosenPowerShell, whyNoPowerShell } from '../support/powershell.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { phoneListOf } from '../support/run-samples.ts'
import { smallServer } from '../support/small-server.ts'
import { bridgeScript, withTeamsModule } from '../support/teams-module.ts'

const byPowerShell = testWith(whyNoPowerShell())
const phone = { userName: 'room@contoso.com', hardwareId: '00-11-22-33-44-55' }

let directory: string
/** The one process that most tests share; each of them connects it to a service of its own. */
let way: PowerShellWay
let simulator: Simulator
let troubles: ModuleTrouble[]
let chatter: string[]
beforeAll(async () => {
  // What Import-Csv would read as a pattern, and what is not ASCII.
  directory = await mkdtemp(join(tmpdir(), 'power [1] ü-'))
  way = await wayBy({ kind: 'module', method: 'device' })
})
afterAll(async () => {
  await way.end()
  await removeFolder(directory)
})
beforeEach(() => {
  troubles = []
  chatter = []
})
afterEach(() => simulator.close())

async function open(options: Partial<SimulatorOptions> = {}): Promise<void> {
  simulator = await startSimulator({ now: Date.now, ...options })
  await connectTo(simulator)
}

/** From its next request on, PowerShell is connected to that service. */
async function connectTo(service: Pick<Simulator, 'baseUrl' | 'token'>): Promise<void> {
  await withTeamsModule(service, directory)
  way.connection.expire()
}

/** A way with a process of its own, which it starts when it is used. */
const wayBy = async (signIn: ModuleSignIn, tokensForStandIns = false): Promise<PowerShellWay> =>
  createPowerShellWay({
    script: bridgeScript,
    program: chosenPowerShell,
    environment: await withTeamsModule({ baseUrl: '', token: '' }, directory),
    signIn,
    ...{ tokensForStandIns, clock: systemClock },
    chatter: (line) => chatter.push(line),
    trouble: (trouble) => troubles.push(trouble),
    logging: () => undefined,
  })

const onCreate =
  (fault: Fault): Faults =>
  ({ path, nth }) =>
    path.endsWith('createbatch') && nth === 1 ? fault : undefined

byPowerShell('a whole run goes by the cmdlets as it goes directly, each phone once', async () => {
  await open({ speed: 2_000, failureShare: 0 })
  const runs = createRuns({
    repository: createRunRepository(join(directory, 'runs')),
    appVersion: '0.1.0',
    random: Math.random,
  })
  const session = {
    ...{ tenant: simulator.tenant, operator: simulator.operator, gateway: way.gateway },
    ...{ clock: hurriedClock(200), end: async () => {} },
  }
  const started = await runs.start(session, planRun(phoneListOf(9)), { listName: 'phones.csv' })
  expect(started.ok).toBe(true)
  await runs.idle()
  expect(runs.state()?.phones.map(({ status }) => status)).toEqual(Array(9).fill('signed in'))
  expect([simulator.ledger.calls.createbatch, simulator.ledger.takenTwice]).toEqual([3, []])
  expect(chatter.join('\n')).toContain('enter the code SIMULATED')
})

byPowerShell(
  'what the cmdlet says of a submission decides as directly, and nothing is repeated',
  async () => {
    const faults: readonly (readonly [Fault, object])[] = [
      [{ kind: 'lost-answer' }, { kind: 'unreachable', sent: 'maybe' }],
      [
        { kind: 'error', status: 500, done: true },
        { kind: 'unavailable', status: 500 },
      ],
      [
        { kind: 'proxy', status: 403, says: 'page', done: true },
        { kind: 'unexpected', status: 403 },
      ],
      [
        { kind: 'throttled', retryAfterSeconds: 20 },
        { kind: 'throttled', retryAfterMs: 20_000 },
      ],
      [{ kind: 'expired-token' }, { kind: 'expired' }],
      [{ kind: 'error', status: 403, message: 'Access denied.' }, { kind: 'denied' }],
    ]
    await open({
      faults: ({ path, nth }) => (path.endsWith('createbatch') ? faults[nth - 1]?.[0] : undefined),
    })
    for (const [at, [, failure]] of faults.entries()) {
      const outcome = await way.gateway.createBatch('NOAM', [{ ...phone, userName: `room${at}@contoso.com` }])
      expect(outcome, `fault ${at}`).toMatchObject({ ok: false, failure })
      expect(simulator.ledger.calls.createbatch).toBe(at + 1)
    }
  },
)

byPowerShell(
  'a process that is killed while it submits leaves the submission unconfirmed, and reads go on',
  async () => {
    const { promise: arrived, resolve } = Promise.withResolvers<void>()
    const { promise: never } = Promise.withResolvers<void>()
    await open({
      faults: onCreate({ kind: 'delay', ms: 1 }),
      sleep: () => {
        resolve()
        return never
      },
    })
    const submitted = way.gateway.createBatch('NOAM', [phone])
    await arrived
    const ready = await way.connection.ready()
    if (!ready.ok) throw new Error('It was connected a moment ago')
    await ready.value.module.bridge.end()
    expect(await submitted).toMatchObject({ ok: false, failure: { kind: 'unreachable', sent: 'maybe' } })
    expect(await way.gateway.batchSummaries()).toMatchObject({ ok: true, value: [{ itemsCount: 1 }] })
    expect(simulator.ledger.calls.createbatch).toBe(1)
  },
)

byPowerShell('a module that calls itself simulated gets no token of ours', async () => {
  const asked: string[] = []
  const careful = await wayBy({
    ...{ kind: 'tokens', tenantId: '11111111-2222-3333-4444-555555555555' },
    tokens: async ({ resource }: { readonly resource: string }) => {
      asked.push(resource)
      return succeed('token')
    },
  })
  await open()
  expect(await careful.gateway.tenant().finally(careful.end)).toMatchObject({
    ok: false,
    failure: { kind: 'unreachable', sent: 'no' },
  })
  expect([troubles, asked, simulator.ledger.calls.tenants]).toEqual([[{ kind: 'simulated' }], [], 0])
})

byPowerShell('a token is in no chatter, error, file, argument or environment', async () => {
  const token = `marked-${'Qx7'.repeat(40)}`
  const tenantId = '00000000-0000-4000-8000-00000000051d'
  const withTokens = await wayBy({ kind: 'tokens', tenantId, tokens: async () => succeed(token) }, true)
  await open({
    token,
    faults: ({ path }) => (path.endsWith('batchstatus') ? { kind: 'error', status: 403 } : undefined),
  })
  try {
    const ready = await withTokens.connection.ready()
    if (!ready.ok) throw new Error('It takes no token')
    expect(ready.value.tenantId).toBe(simulator.tenant.id)
    const created = await withTokens.gateway.createBatch('NOAM', [phone])
    const denied = await withTokens.gateway.batchStatus('x')
    const { folder } = ready.value.module
    const files = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    )
    expect([created.ok, denied.ok, files]).toEqual([true, false, []])
    expect(JSON.stringify([created, denied, chatter])).not.toContain('Qx7Qx7')
    if (process.platform !== 'linux') return
    for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)))
      for (const what of ['cmdline', 'environ'])
        expect(await readFile(`/proc/${pid}/${what}`, 'utf8').catch(() => '')).not.toContain('Qx7Qx7')
  } finally {
    await withTokens.end()
  }
})

byPowerShell('readiness reads by the cmdlets what it reads directly, twenty accounts a call', async () => {
  await open({ unpreparedShare: 0.5, seed: 3 })
  const { baseUrl, token, ledger } = simulator
  const direct = createTenantReads({
    ...{ baseUrl, fetch, userAgent: 'powershell-way/1.0' },
    tokens: async () => succeed(token),
  })
  const names = Array.from({ length: 45 }, (_, index) => `phone${index}@contoso.com`)
  // What a filter must not hold is asked for alone.
  names.push("o'grady@contoso.com", "x' -or UserPrincipalName -like '*@contoso.com")
  const clock = { ...systemClock, now: () => 0 }
  const factsBy = async (reads: TenantReads) => {
    const before = { ...ledger.calls }
    const readiness = readinessFromApi(reads, clock)
    const [accounts, tenant] = [await readiness.accounts(names), await readiness.tenant()]
    const [together, alone] = [ledger.calls.accounts - before.accounts, ledger.calls.account - before.account]
    return { facts: { accounts, tenant }, together, alone }
  }
  const [directly, byModule] = [await factsBy(direct), await factsBy(way.reads)]
  expect(byModule.facts).toEqual(directly.facts)
  expect([directly.together, byModule.together]).toEqual([3, 3])
  expect(byModule.alone).toBeLessThanOrEqual(directly.alone + 2)
})

byPowerShell(
  'whatever stands in a field reaches the service as it is, and nothing of it is run',
  async () => {
    await open()
    const service = await smallServer(({ path }, response) => {
      const isKnown = /tenants$|createbatch/.test(path)
      response.writeHead(isKnown ? 200 : 404, { 'Content-Type': 'application/json' })
      response.end(JSON.stringify(isKnown ? { tenantId: simulator.tenant.id, batchId: 'b' } : {}))
    })
    try {
      await connectTo({ baseUrl: service.baseUrl, token: 'token' })
      const before = await readdir(directory)
      const evil = `New-Item -Path '${join(directory, 'evil')}' -ItemType File`
      const names = [
        ...[
          `$(${evil})`,
          `'; ${evil}; '`,
          `"; ${evil}; "`,
          `a\r\n${evil}`,
          `| ${evil}`,
          `@(${evil})`,
          `{ ${evil} }`,
        ],
        ...[
          '-Region EMEA',
          "o'grady@contoso.com",
          'a,"b",c',
          '=cmd()',
          '%TEMP%',
          '\u2019\u201c\u00fc\ud83d\udcde',
          '*[a-z]?',
        ],
      ]
      const phones = names.map((name) => ({ userName: `${name}@contoso.com`, hardwareId: name }))
      await way.gateway.createBatch('NOAM', phones)
      for (const name of names) {
        await way.gateway.batchStatus(name)
        await way.reads.account(name)
      }
      const created = service.seen.find(({ path }) => path.includes('createbatch'))
      expect(JSON.parse(created?.body ?? '')).toEqual(phones)
      const asked = (before: string) =>
        service.seen.flatMap(({ path }) =>
          path.includes(before) ? [decodeURIComponent(path.split(before)[1] ?? '')] : [],
        )
      expect(asked('batchid=')).toEqual(names)
      expect(asked('/users/')).toEqual(names)
      expect(await readdir(directory)).toEqual(before)
    } finally {
      await service.close()
    }
  },
)
