import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Simulator, startSimulator } from '../../src/core/simulator/simulator.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { claimsOf } from '../support/authority/auth-app.ts'
import { type Authority, startAuthority } from '../support/authority/authority.ts'
import { contoso } from '../support/authority/directory.ts'
import { hurryTime } from '../support/hurried-time.ts'
import { type MainProcess, openMainProcess } from '../support/main-process.ts'
import { hardwareIdOf, phoneListOf } from '../support/run-samples.ts'
import { batchPhones } from '../support/simulated-tenant.ts'

const speed = 100
let time: ReturnType<typeof hurryTime>
let authority: Authority
let service: Simulator
let main: MainProcess

beforeEach(async () => {
  // Its certificate must be of the real time, which TLS goes by.
  authority = await startAuthority()
  time = hurryTime(speed)
  service = await startSimulator({
    now: () => Date.now(),
    failureShare: 0,
    accepts: (token) =>
      authority.secrets.includes(token) && Number(claimsOf(token)['exp']) * 1000 > Date.now(),
    tenant: { id: contoso.id, name: 'Contoso', domain: contoso.domain, simulated: false },
  })
  main = await openMainProcess({ authority, api: service.baseUrl, clock: time.clock })
})
afterEach(async () => {
  await main.close()
  await Promise.all([authority.close(), service.close()])
  time.end()
})

const authorityCalls = (): number =>
  (['openid-configuration', 'authorize', 'authorization_code', 'refresh_token'] as const)
    .map((step) => authority.calls(step))
    .reduce((sum, calls) => sum + calls)

const until = async (holds: () => boolean): Promise<void> => {
  await expect.poll(holds, { interval: 5 }).toBe(true)
}

test('a run of 300 phones whose token expires twice, once for the person to renew, loses and repeats none', async () => {
  const { sessions, runs } = main
  // Two places of the region are somebody else's: most of the run is submitted after the renewals.
  for (const first of [1000, 2000]) service.startElsewhere('NOAM', batchPhones(100, first))
  // MSAL takes a token for expired five minutes before the end: these are good for two.
  authority.setTokenLifetime(7 * 60)
  expect(await sessions.signIn({ way: 'browser' })).toMatchObject({ ok: true })
  const session = sessions.current()
  if (!session) throw new Error('Nobody is signed in')
  await runs.start(session, planRun(phoneListOf(300, 'NOAM')), { listName: 'phones.csv' })

  await until(() => authority.calls('refresh_token') >= 1)
  expect(sessions.state()).not.toHaveProperty('renewal')
  authority.revokeSessions()

  await until(() => interruptions(runs.events()) >= 3)
  expect(sessions.state()).toMatchObject({ kind: 'signed-in', renewal: { kind: 'interaction-required' } })
  const asked = authorityCalls()
  const interrupted = interruptions(runs.events())
  await until(() => interruptions(runs.events()) >= interrupted + 2)
  expect(authorityCalls()).toBe(asked)

  authority.setTokenLifetime(3600)
  const { accountId } = sessions.state() as { accountId: string }
  expect(await sessions.signIn({ way: 'browser', accountId })).toMatchObject({ ok: true })
  expect(sessions.state()).not.toHaveProperty('renewal')
  await runs.idle()

  const state = runs.state()
  expect(state).toMatchObject({ watching: { kind: 'finished' } })
  expect(state && countPhones(state)).toMatchObject({ 'signed in': 300, failed: 0, unknown: 0 })
  const submitted = service.ledger.batches.flatMap(({ phones }) => phones.map(({ hardwareId }) => hardwareId))
  expect(submitted.toSorted()).toEqual(Array.from({ length: 300 }, (_, index) => hardwareIdOf(index)))
})

const interruptions = (events: readonly RunEvent[]): number =>
  events.filter(
    (event) =>
      (event.type === 'WatchInterrupted' || event.type === 'BatchRefused') &&
      event.failure.kind === 'expired',
  ).length
