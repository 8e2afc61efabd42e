import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contoso, oslo } from '../support/authority/directory.ts'
import { listIn } from '../support/cells-of.ts'
import { confirmedList } from '../support/confirmed-list.ts'
import { everyFile } from '../support/every-file.ts'
import { pieceFinder } from '../support/long-token.ts'
import { refusals, repeatingService } from '../support/repeating-service.ts'
import type { SmallServer } from '../support/small-server.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { recordTraffic } from './support/ipc-traffic.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'

// What test/integration/repeated-token.test.ts shows of the terminal, in the window: the service repeats the token
// in all that it says, and so does the sign-in, cut where the words of a failure are.

let microsoft: MicrosoftOnLoopback
let service: SmallServer
let app: AppUnderTest

beforeEach(async () => {
  microsoft = await startMicrosoft(500)
  service = await repeatingService(refusals['too many requests'] ?? (() => undefined), contoso.id)
  app = await microsoft.launch({ args: [`--api=${service.baseUrl}`] })
})
afterEach(async () => {
  await app.close()
  await Promise.all([microsoft.close(), service.close()])
})

test('a service and a sign-in that repeat tokens get no piece of one into page, files, exports or diagnostics', async () => {
  const bridge = bridgeOf(app.page)
  const traffic = await recordTraffic(app)
  const signing = bridge.invoke('session:sign-in', { way: 'browser' })
  await signInAs(app, oslo)
  expect(await signing).toMatchObject({ ok: true })
  await expect
    .poll(() => bridge.value('session:get'))
    .toMatchObject({ tenant: { name: expect.stringContaining('[token removed]') } })

  const sheet = listIn(await bridge.value('list:sample'))
  const confirmed = confirmedList(sheet, 'EMEA', contoso.id)
  await bridge.value('run:start', { sheet, region: 'EMEA', includeSignedIn: false, confirmed })
  await expect.poll(async () => (await bridge.value('run:current')).at(-1)?.type).toBe('RunFinished')
  const page = await app.page.content()
  const [started] = await bridge.value('run:current')
  const runId = started?.type === 'RunStarted' ? started.runId : ''
  const exported = join(microsoft.userData, 'results.csv')
  await app.answerSaveDialog(exported)
  await bridge.value('run:export', { runId, kind: 'results' })
  // One batch without a usable ID spoils the first answer.
  const spoilt = await bridge.invoke('history:batches')
  const history = await bridge.value('history:batches')
  const batches = await Promise.all(history.map(({ batchId }) => bridge.invoke('history:batch', { batchId })))

  // A refusal at the renewal with a token in it, cut.
  const { secrets } = microsoft.authority
  const access = secrets.filter((secret) => secret.startsWith('eyJ'))
  const repeated = `${'The session is over. '.repeat(47)}${access[0]} ${access[1]?.slice(200)}`
  microsoft.authority.always('refresh_token', { aadsts: { number: 50173, text: repeated } })
  microsoft.authority.always('authorization_code', { aadsts: { number: 50173, text: repeated } })
  const again = bridge.invoke('session:sign-in', { way: 'browser', tenant: contoso.id })
  await signInAs(app, oslo, 2)
  expect(await again).toMatchObject({ ok: false })
  const diagnostics = await bridge.value('diagnostics:copy')

  const seen = {
    page,
    laterPage: await app.page.content(),
    traffic: await traffic(),
    history: JSON.stringify([spoilt, history, batches]),
    diagnostics: String(diagnostics),
    output: app.output(),
    desktop: JSON.stringify((await app.desktop()).filter(({ act }) => act !== 'open-external')),
    ...Object.fromEntries(await everyFile(microsoft.userData)),
  }
  expect(await readFile(exported, 'utf8')).toContain('[token removed]')
  expect(seen.page).toContain('[token removed]')
  expect(seen.history).toContain('[token removed]')
  expect(seen.traffic).toContain('AADSTS50173')
  expect(access.length).toBeGreaterThan(1)
  for (const secret of secrets) {
    const find = pieceFinder(secret)
    for (const [where, text] of Object.entries(seen)) expect(find(text), where).toEqual([])
  }
})
