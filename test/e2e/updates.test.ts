import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { type SmallServer, smallServer } from '../support/small-server.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf } from './support/page-bridge.ts'

// The app as it is built, with a publisher on this machine. What is downloaded and installed, and when, is proved
// in test/integration/updates.test.ts: here no build is signed, so every update is only told of.

const { updates: words, frame } = text.window
const sha512 = 'A'.repeat(86).concat('==')

let publisher: SmallServer
let app: AppUnderTest
beforeEach(async () => {
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
})

async function launch(...args: readonly string[]): Promise<ReturnType<typeof bridgeOf>> {
  app = await launchApp({ args })
  return bridgeOf(app.page)
}
const openSettings = (page: Page) =>
  page.getByRole('navigation').getByRole('button', { name: frame.pages.settings }).click()

describe('updates', () => {
  test('updates:check asks the publisher, and the window tells of what is found; updates:download, :install and :open-page refuse', async () => {
    const bridge = await launch(`--update-feed=${publisher.baseUrl}`)
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

    // What is not there to be had is refused.
    const refused = (words: { readonly message: string }) => ({
      ok: false,
      failure: expect.objectContaining({ kind: 'updates', message: words.message }),
    })
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
