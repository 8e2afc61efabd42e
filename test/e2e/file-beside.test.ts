import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { describeWith, here } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type SmallServer, smallServer } from '../support/small-server.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { axeViolations } from './support/axe.ts'
import { keyboardAt } from './support/keyboard.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { pressEscape } from './support/press-escape.ts'

// The app as it is built, as a portable file in a folder of downloads, with a publisher of updates on this machine.

const { fileBeside: words, settings, updates, frame } = text.window
const clientId = '0f0f0f0f-1111-4222-8333-444444444444'
const policy = { ClientId: clientId, Tenant: 'contoso.com', Region: 'EMEA', Updates: 'off' }

let downloads: string
let file: string
let userData: string
let publisher: SmallServer
let app: AppUnderTest
beforeAll(async () => {
  downloads = await mkdtemp(join(tmpdir(), 'downloads-'))
  file = join(downloads, 'policy.json')
  userData = await mkdtemp(join(tmpdir(), 'user-data-'))
  publisher = await smallServer((_, response) => response.writeHead(404).end())
})
afterAll(async () => {
  await app.close()
  await publisher.close()
  for (const folder of [downloads, userData]) await removeFolder(folder)
})

/** Starts the app, in the place of the one before, with this policy.json beside it. */
async function launch(content?: object | string): Promise<ReturnType<typeof bridgeOf>> {
  if (content !== undefined)
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  const args = [`--update-feed=${publisher.baseUrl}`]
  app = await launchApp({ args, userData, env: { PORTABLE_EXECUTABLE_DIR: downloads } })
  return bridgeOf(app.page)
}
async function launchAgain(content?: object | string): Promise<ReturnType<typeof bridgeOf>> {
  await app.close()
  return launch(content)
}
const question = (page: Page) => page.getByRole('dialog', { name: words.title })
const openSettings = (page: Page) =>
  page.getByRole('navigation').getByRole('button', { name: frame.pages.settings }).click()
/** How often the publisher had been asked when the file came to count. */
let asked: number
/** Nothing of the file counts. */
const untouched = { theme: 'system', fullNamesInLog: false, updates: 'tell', managed: {}, troubles: [] }

// What lies beside the program of macOS lies within its bundle, where nobody looks for one.
describeWith(here.filesBeside)('a policy.json beside a portable program', () => {
  test('is asked about with its path, its values and what they change, and nothing of it counts before it is to be used', async () => {
    const bridge = await launch(policy)
    const { page } = app

    await question(page).getByText(words.warningTitle).waitFor()
    for (const shown of [file, clientId, 'contoso.com', 'EMEA', words.changes.clientId, words.updates.off])
      expect(await question(page).getByText(shown, { exact: true }).count(), shown).toBe(1)
    expect(await axeViolations(page)).toEqual([])
    const { fileBeside, ...rest } = await bridge.value('settings:get')
    expect(rest).toEqual(untouched)
    expect(fileBeside).toMatchObject({ path: file, overruled: [] })
    // Updates are looked for as ever: that the publisher has none is an answer of the publisher.
    expect(await bridge.invoke('updates:check')).not.toMatchObject({ failure: text.main.updates.forbidden })
    expect(publisher.seen.length).toBeGreaterThan(0)

    // A page may not agree to another one than was shown.
    expect(await bridge.invoke('settings:answer-file-beside', { sha256: 'c0ffee', use: true })).toMatchObject(
      { ok: false, failure: { kind: 'settings', ...text.main.settings.otherFileBeside } },
    )
    expect((await bridge.value('settings:get')).managed).toEqual({})

    await pressEscape(page)
    await question(page).waitFor({ state: 'detached' })
    expect((await bridge.value('settings:get')).managed).toEqual({})
    await openSettings(page)
    await page.getByText(words.settings.answer.none).waitFor()
  })

  test('is asked about again after Esc, answered by the keyboard, the safe answer first; Settings takes it back', async () => {
    await launchAgain()
    await question(app.page).waitFor()
    const keyboard = await keyboardAt(app.page)
    expect(
      await question(app.page)
        .getByRole('button', { name: words.ignore })
        .evaluate((one) => one.matches(':focus')),
    ).toBe(true)
    await keyboard.press('Enter')
    await question(app.page).waitFor({ state: 'detached' })

    const bridge = await launchAgain()
    await openSettings(app.page)
    await app.page.getByText(words.settings.answer.ignore).waitFor()
    expect(await question(app.page).count()).toBe(0)
    expect((await bridge.value('settings:get')).managed).toEqual({})
    // None is under way any more when it counts.
    await bridge.invoke('updates:check')
    asked = publisher.seen.length

    const again = await keyboardAt(app.page)
    const review = app.page.getByRole('button', { name: words.settings.review })
    await again.goTo(review)
    await again.press('Enter')
    await again.goTo(question(app.page).getByRole('button', { name: words.use }))
    await again.press('Enter')
    await app.page.getByText(words.settings.answer.use).waitFor()
    await again.expectFocus()
    expect(await again.pointerUses()).toBe(0)
    await expectUse(bridge)
  })

  test('counts at the next launch, too, and nothing of it any more once it was changed, until that is to be used', async () => {
    const next = await launchAgain()
    expect(await question(app.page).count()).toBe(0)
    await expectUse(next)
    expect(publisher.seen).toHaveLength(asked)

    const afterChange = await launchAgain({ ...policy, Tenant: 'fabrikam.com' })
    await question(app.page).getByText('fabrikam.com').waitFor()
    const { fileBeside: _, ...after } = await afterChange.value('settings:get')
    expect(after).toEqual(untouched)
    await question(app.page).getByRole('button', { name: words.use }).click()
    await question(app.page).waitFor({ state: 'detached' })
    expect(await afterChange.value('settings:get')).toMatchObject({ tenant: 'fabrikam.com', updates: 'off' })
  })

  /** It counts, by its own name and not as the organisation's. */
  async function expectUse(bridge: ReturnType<typeof bridgeOf>): Promise<void> {
    await openSettings(app.page)
    for (const label of [settings.signIn.clientId, settings.signIn.tenant, settings.work.region]) {
      const field = app.page.getByLabel(label, { exact: true })
      await expect.poll(() => field.isDisabled()).toBe(true)
      expect(await field.evaluate((one) => one.getAttribute('aria-describedby'))).toBeTruthy()
    }
    expect(await app.page.getByText(settings.managed['file-beside'](file)).count()).toBe(4)
    expect(await app.page.getByText(/your organi[sz]ation/i).count()).toBe(0)
    expect(await app.page.getByLabel(settings.work.theme).isEnabled()).toBe(true)
    await app.page.getByText(updates.can.forbidden).waitFor()
    expect(await bridge.invoke('settings:change', { tenant: 'fabrikam.com' })).toMatchObject({
      failure: { kind: 'settings', ...text.main.settings.managed['file-beside'] },
    })
    expect(await bridge.invoke('updates:check')).toMatchObject({ failure: text.main.updates.forbidden })
    expect(await bridge.value('diagnostics:copy')).toContain(
      `comes from the file beside the program (${file})`,
    )
  }

  test('that is no JSON asks nothing, stops nothing and is named in Settings', async () => {
    const bridge = await launchAgain('{ "Updates": on }')

    await openSettings(app.page)
    await app.page.getByText(text.main.policy.besideUnreadable(file, text.main.policy.notJson)).waitFor()
    expect(await question(app.page).count()).toBe(0)
    expect((await bridge.value('settings:get')).updates).toBe('tell')
    expect(await bridge.invoke('updates:check')).not.toMatchObject({ failure: text.main.updates.forbidden })
  })
})
