import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contoso, oslo } from '../support/authority/directory.ts'
import { listIn } from '../support/cells-of.ts'
import { confirmedList } from '../support/confirmed-list.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { recordTraffic } from './support/ipc-traffic.ts'
import { type MicrosoftOnLoopback, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { runShown } from './support/run-shown.ts'

let microsoft: MicrosoftOnLoopback
let app: AppUnderTest

beforeEach(async () => {
  microsoft = await startMicrosoft(500)
  app = await microsoft.launch()
})
afterEach(async () => {
  await app.close()
  await microsoft.close()
})

test('after a whole run no token and no code is anywhere but in the encrypted file', async () => {
  const bridge = bridgeOf(app.page)
  const traffic = await recordTraffic(app)
  const signing = bridge.invoke('session:sign-in', { way: 'browser' })
  await signInAs(app, oslo)
  const signedIn = await signing
  if (!signedIn.ok || signedIn.value.kind !== 'signed-in') throw new Error('Not signed in')
  const sheet = listIn(await bridge.value('list:sample'))
  const confirmed = confirmedList(sheet, 'EMEA', contoso.id)
  await microsoft.time.hold()
  await bridge.value('run:start', { sheet, region: 'EMEA', includeSignedIn: false, confirmed })

  // An authority that repeats what it was sent, and a run that goes on only after a new sign-in.
  await expect
    .poll(() => bridge.value('run:current'))
    .toContainEqual(expect.objectContaining({ type: 'BatchSubmitted' }))
  const leaky = `Refused. Authorization: Bearer ${microsoft.authority.secrets.at(-2)}`
  microsoft.authority.next('refresh_token', { aadsts: { number: 50173, text: leaky } })
  microsoft.refuseTokensSoFar()
  await expect.poll(() => bridge.value('session:get')).toMatchObject({ renewal: { code: 'AADSTS50173' } })
  const { accountId } = signedIn.value
  const again = bridge.invoke('session:sign-in', { way: 'browser', accountId })
  await signInAs(app, oslo, 2)
  expect(await again).toMatchObject({ ok: true })
  await microsoft.time.goOn()
  await runShown(app.page).until('finished')

  const exported = join(microsoft.userData, 'results.csv')
  await app.answerSaveDialog(exported)
  const [started] = await bridge.value('run:current')
  const runId = started?.type === 'RunStarted' ? started.runId : ''
  await bridge.value('run:export', { runId, kind: 'results' })
  const diagnostics = await bridge.value('diagnostics:copy')
  await bridge.invoke('session:sign-in', { way: 'browser', tenant: 'nowhere.example' })
  const [, token] = microsoft.authority.secrets.filter((secret) => secret.startsWith('eyJ'))
  await app.evaluate((_electron, token) => void Promise.reject(new Error(`Failed with ${token}`)), token)

  const logFile = join(microsoft.userData, 'logs/main.log')
  await expect.poll(() => readFile(logFile, 'utf8')).toContain('unhandledRejection: Error: Failed with')
  const seen = {
    traffic: await traffic(),
    page: await app.page.content(),
    storage: await app.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state]),
    ),
    diagnostics,
    output: app.output(),
    desktop: JSON.stringify((await app.desktop()).filter(({ act }) => act !== 'open-external')),
    // A browser keeps some of its files to itself as long as it runs.
    files: await app.close().then(() => everyFile(microsoft.userData)),
  }
  expect(seen.traffic).toContain(contoso.id)
  expect(seen.files).toContain('RunFinished')
  expect(seen.files).toContain('AADSTS50173')
  expect(seen.files).toContain('POST localhost')
  expect(seen.files).toContain('/createbatch?TargetRegion=EMEA 200')
  const { secrets } = microsoft.authority
  expect(secrets.length).toBeGreaterThan(8)
  for (const [where, text] of Object.entries(seen)) {
    expect(
      secrets.filter((secret) => text.includes(secret)),
      where,
    ).toEqual([])
    expect(text, where).not.toContain('MARKED')
    expect(text, where).not.toMatch(/\beyJ[\w-]{20}/)
  }
})

async function everyFile(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files.map(({ name }) => name)).toContain('sign-in')
  const contents = await Promise.all(
    files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')),
  )
  return contents.join('\n')
}
