import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type SmallServer, smallServer } from '../support/small-server.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf } from './support/page-bridge.ts'

// The app as it is built, with a publisher on this machine. What is downloaded and installed, and when, is proved
// in test/integration/updates.test.ts: here no build is signed, so every update is only told of.

const { updates: words, settings, frame } = text.window
const sha512 = 'A'.repeat(86).concat('==')

let publisher: SmallServer
let policies: string
let app: AppUnderTest
beforeEach(async () => {
  policies = await mkdtemp(join(tmpdir(), 'policies-'))
  publisher = await smallServer((_, response) => {
    const file = `path: setup.exe\nsha512: ${sha512}\n`
    response.end(
      `version: 99.0.0\nreleaseNotes: |\n  Quicker.\nfiles:\n  - url: setup.exe\n    sha512: ${sha512}\n${file}`,
    )
  })
})
afterEach(async () => {
  await app.close()
  await publisher.close()
  await removeFolder(policies)
})

/** Starts the app with this policy.json beside it. */
async function launch(
  policy?: object | string,
  ...args: readonly string[]
): Promise<ReturnType<typeof bridgeOf>> {
  if (policy !== undefined) {
    const content = typeof policy === 'string' ? policy : JSON.stringify(policy)
    await writeFile(join(policies, 'policy.json'), content)
  }
  app = await launchApp({ args, env: { PORTABLE_EXECUTABLE_DIR: policies } })
  return bridgeOf(app.page)
}
const withFeed = (policy?: object | string) => launch(policy, `--update-feed=${publisher.baseUrl}`)
const openSettings = (page: Page) =>
  page.getByRole('navigation').getByRole('button', { name: frame.pages.settings }).click()

describe('updates', () => {
  test('updates:check asks the publisher, and the window tells of what is found', async () => {
    const bridge = await withFeed()
    const told = await bridge.listen('updates:changed')
    const state = await bridge.value('updates:check')

    expect(state).toMatchObject({
      can: 'unsigned',
      looking: false,
      stage: { kind: 'found', release: { version: '99.0.0', notes: ['Quicker.'] } },
    })
    expect(await bridge.value('updates:get')).toEqual(state)
    expect((await told.pushed()).at(-1)).toEqual(state)
    expect(publisher.seen).toHaveLength(1)
    const notice = app.page.getByRole('region', { name: words.notice, exact: true })
    await notice.getByText(words.available('99.0.0')).waitFor()
    await notice.getByRole('button', { name: words.later }).click()
    await notice.waitFor({ state: 'detached' })
  })

  test('updates:download, updates:install and updates:open-page refuse what is not there to be had', async () => {
    const bridge = await withFeed()
    const refused = (words: { readonly message: string }) => ({
      ok: false,
      failure: expect.objectContaining({ kind: 'updates', message: words.message }),
    })
    await bridge.value('updates:check')

    expect(await bridge.invoke('updates:download')).toEqual(refused(text.main.updates.nothingToDownload))
    for (const when of ['now', 'at-close', 'not'])
      expect(await bridge.invoke('updates:install', when)).toEqual(
        refused(text.main.updates.nothingToInstall),
      )
    // The address of a page is https only, and the publisher of this test has none.
    expect(await bridge.invoke('updates:open-page')).toEqual(refused(text.main.updates.noPage))
    expect(publisher.seen).toHaveLength(1)
  })

  test('a build that nobody published says so, and looks nowhere', async () => {
    const bridge = await launch()

    expect(await bridge.invoke('updates:check')).toMatchObject({
      ok: false,
      failure: { kind: 'updates', ...text.main.updates.unpublished },
    })
    await openSettings(app.page)
    await app.page.getByText(words.can.unpublished).waitFor()
  })
})

describe('policies', () => {
  test('switch updates off: nothing is asked for, and the settings say who wants it so', async () => {
    const bridge = await withFeed({ Updates: 'off' })

    expect(await bridge.invoke('updates:check')).toMatchObject({
      ok: false,
      failure: { kind: 'updates', ...text.main.updates.forbidden },
    })
    expect(publisher.seen).toEqual([])
    await openSettings(app.page)
    await app.page.getByText(words.can.forbidden).waitFor()
    expect(await app.page.getByRole('button', { name: words.look }).count()).toBe(0)
  })

  test('preset client ID, tenant and region, which nobody can change in the settings', async () => {
    const clientId = '0f0f0f0f-1111-4222-8333-444444444444'
    const bridge = await launch({ ClientId: clientId, Tenant: 'contoso.com', Region: 'EMEA' })

    expect(await bridge.value('settings:get')).toMatchObject({
      clientId,
      tenant: 'contoso.com',
      region: 'EMEA',
      managed: ['clientId', 'tenant', 'region'],
      troubles: [],
    })
    expect(await bridge.invoke('settings:change', { tenant: 'fabrikam.com' })).toMatchObject({
      ok: false,
      failure: { kind: 'settings', ...text.main.settings.managed },
    })
    await openSettings(app.page)
    for (const label of [settings.signIn.clientId, settings.signIn.tenant, settings.work.region]) {
      const field = app.page.getByLabel(label, { exact: true })
      expect(await field.isDisabled()).toBe(true)
      expect(await field.evaluate((one) => one.getAttribute('aria-describedby'))).toBeTruthy()
    }
    expect(await app.page.getByText(settings.managed).count()).toBe(3)
    expect(await app.page.getByLabel(settings.work.theme).isEnabled()).toBe(true)
  })

  test('that cannot be read are named in the settings, never stop the app, and leave updates off', async () => {
    const bridge = await withFeed('{ "Updates": on }')
    const place = join(policies, 'policy.json')
    const trouble = text.main.policy.unreadable(place, text.main.policy.notJson)

    expect((await bridge.value('settings:get')).troubles).toEqual([trouble])
    expect((await bridge.invoke('updates:check')).ok).toBe(false)
    expect(publisher.seen).toEqual([])
    await openSettings(app.page)
    await app.page.getByText(trouble).waitFor()
  })
})
