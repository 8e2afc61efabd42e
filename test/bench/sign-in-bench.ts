import type { Locator, Page } from 'playwright-core'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from '../e2e/support/microsoft.ts'
import { bridgeOf } from '../e2e/support/page-bridge.ts'
import { type Authority, startAuthority } from '../support/authority/authority.ts'
import { contoso, oslo } from '../support/authority/directory.ts'
import type { Step } from '../support/authority/step.ts'
import { hurryTime } from '../support/hurried-time.ts'
import { openMainProcess } from '../support/main-process.ts'
import { phoneListOf } from '../support/run-samples.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

/**
 * How long a person waits for the provisioning URLs when they are signed in already, on the stand-in for
 * Electron, its browser's own start included; and how often the authority is asked for a run of half an hour.
 */
export async function benchSignIn(): Promise<readonly Figure[]> {
  return [...(await benchLaunch()), await benchAuthorityCalls()]
}

const launches = 3

async function benchLaunch(): Promise<readonly Figure[]> {
  const microsoft = await startMicrosoft()
  try {
    const first = await microsoft.launch()
    const signing = bridgeOf(first.page).value('session:sign-in', { way: 'browser' })
    await signInAs(first, oslo)
    await signing
    await first.close()
    const signedIn: number[] = []
    for (let launch = 0; launch < launches; launch++)
      signedIn.push(await timeTo(microsoft, (page) => page.getByRole('code').filter({ hasText: contoso.id })))

    const app = await microsoft.launch()
    await bridgeOf(app.page).value('session:sign-out', {})
    await app.close()
    const signedOut: number[] = []
    for (let launch = 0; launch < launches; launch++)
      signedOut.push(await timeTo(microsoft, (page) => page.getByRole('heading')))
    return [
      { name: 'sign-in: start to URLs, cached session', value: median(signedIn), unit: 'ms', limit: null },
      {
        name: 'sign-in: start to URLs over start to the page of nobody signed in',
        value: median(signedIn) / median(signedOut),
        unit: 'ratio',
        limit: 1.5,
      },
    ]
  } finally {
    await microsoft.close()
  }
}

/** From the start of the process until it is on the screen, in ms. */
async function timeTo(microsoft: MicrosoftOnLoopback, shown: (page: Page) => Locator): Promise<number> {
  const begun = performance.now()
  const app = await microsoft.launch()
  await shown(app.page).first().waitFor()
  const ms = performance.now() - begun
  await app.close()
  return Math.round(ms)
}

const speed = 200
const halfAnHour = 30 * 60_000

/** With tokens of an hour, as Entra gives them, and the sign-in counted. */
async function benchAuthorityCalls(): Promise<Figure> {
  // Its certificate must be of the real time, which TLS goes by.
  const authority = await startAuthority()
  const time = hurryTime(speed)
  const service = await startSimulator({
    now: () => Date.now(),
    accepts: (token) => authority.secrets.includes(token),
  })
  const { sessions, runs, close } = await openMainProcess({
    authority,
    api: service.baseUrl,
    clock: time.clock,
  })
  try {
    await sessions.signIn({ way: 'browser' })
    const session = sessions.current()
    if (!session) throw new Error('Nobody is signed in')
    // More than can be through by then: six rounds of three batches, each some six minutes.
    const started = await runs.start(session, planRun(phoneListOf(1_800, 'NOAM')), { listName: 'phones.csv' })
    if (!started.ok) throw new Error(started.failure.message)
    await time.clock.sleep(halfAnHour)
    if (runs.state()?.watching.kind !== 'watching') throw new Error('The run was over too early')
    const value = callsTo(authority)
    return { name: 'sign-in: calls to the authority, run of 30 minutes', value, unit: 'calls', limit: 4 }
  } finally {
    await close()
    await Promise.all([authority.close(), service.close()])
    time.end()
  }
}

const steps: readonly Step[] = ['openid-configuration', 'authorization_code', 'refresh_token']

const callsTo = (authority: Authority): number => steps.reduce((sum, step) => sum + authority.calls(step), 0)
