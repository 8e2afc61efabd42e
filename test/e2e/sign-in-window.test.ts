import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { InvokeChannel } from '../../src/shared/ipc.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import type { SessionState } from '../../src/shared/session.ts'
import { text } from '../../src/shared/text/index.ts'
import { threePhones } from './support/example-lists.ts'
import { looks, sizes } from './support/looks.ts'
import { openWindow, type PageAlone, type ReopenedWindow, type ScriptedMain } from './support/page-alone.ts'
import { mainWith, plainSettings, simulated } from './support/scripted-mains.ts'
import {
  accounts,
  atCustomer,
  atHome,
  blocked,
  code,
  consentMissing,
  inContoso,
  nobody,
  withdrawn,
} from './support/sign-in-states.ts'

// What the window does while somebody signs in, and what it asks main for; main is played by the test.

const { frame, session, settings, phones } = text.window
const signingIn = { kind: 'signing-in', accounts: [], way: 'browser' } as const

let opened: ReopenedWindow
let alone: PageAlone
let asked: { readonly channel: InvokeChannel; readonly request: unknown }[]

beforeAll(async () => {
  opened = await openWindow()
})
afterAll(() => opened.close())
afterEach(() => alone.close())

/** Opens the window; a sign-in stays open until the test ends it. */
async function open(state: SessionState, more: ScriptedMain = {}): Promise<void> {
  asked = []
  const pending = new Promise<never>(() => {})
  const main: ScriptedMain = {
    ...mainWith(state, threePhones),
    'session:sign-in': () => pending,
    'session:cancel-sign-in': () => succeed(nobody),
    'session:open-code-page': () => succeed(undefined),
    'settings:change': (change) => succeed({ ...plainSettings, ...change } as never),
    ...more,
  }
  const noted = Object.fromEntries(
    Object.entries(main).map(([channel, answer]) => [
      channel,
      (request: never) => {
        asked.push({ channel: channel as InvokeChannel, request })
        return answer(request)
      },
    ]),
  )
  alone = await opened.open(noted, { ...sizes.small, ...looks.light })
  await alone.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
}

const requests = (channel: InvokeChannel): readonly unknown[] =>
  asked.filter((one) => one.channel === channel).map(({ request }) => request)
const main = (): Locator => alone.page.getByRole('main')
const button = (name: string): Locator => main().getByRole('button', { name, exact: true })
const spoken = (words: string): Promise<void> =>
  alone.page.getByRole('status').getByText(words).first().waitFor({ state: 'attached' })
const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)
const goTo = (page: keyof typeof frame.pages): Promise<void> =>
  alone.page.getByRole('navigation').getByRole('button', { name: frame.pages[page] }).click()

describe('signing in from the welcome page', () => {
  test('asks once, however often it is clicked; Esc cancels, and the focus comes back', async () => {
    await open(nobody)
    await button(session.signIn).focus()
    for (const _ of [1, 2, 3]) await alone.page.keyboard.press('Enter')
    await alone.push('session:changed', signingIn)
    await main().getByText(session.waiting.browser).waitFor()
    expect(requests('session:sign-in')).toEqual([{ way: 'browser' }])
    await expect.poll(() => isFocused(button(session.cancelSignIn))).toBe(true)

    await alone.page.keyboard.press('Escape')
    await button(session.signIn).waitFor()
    expect(requests('session:cancel-sign-in')).toHaveLength(1)
    await expect.poll(() => isFocused(button(session.signIn))).toBe(true)
    await spoken(session.spoken.notSignedIn)
    expect(await main().getByText("didn't").count()).toBe(0)
  })

  test("a customer's tenant is checked, asked for, and kept only when that is chosen", async () => {
    await open(nobody)
    // It is in nobody's way who works in a tenant of their own.
    expect(await main().getByLabel(session.tenantField.label).count()).toBe(0)
    await button(session.tenantField.open).click()
    await expect.poll(() => isFocused(main().getByLabel(session.tenantField.label))).toBe(true)
    await main().getByLabel(session.tenantField.label).fill('fabrikam')
    await button(session.signIn).click()
    await main().getByText('is neither a domain').first().waitFor()
    expect(requests('session:sign-in')).toEqual([])

    await main().getByLabel(session.tenantField.label).fill(' fabrikam.com ')
    await button(session.signIn).click()
    await expect.poll(() => requests('session:sign-in')).toEqual([{ way: 'browser', tenant: 'fabrikam.com' }])
    expect(requests('settings:change')).toEqual([])
  })

  test('a tenant that is to be kept becomes the setting', async () => {
    await open(nobody)
    await button(session.tenantField.open).click()
    await main().getByLabel(session.tenantField.label).fill('fabrikam.com')
    await main().getByLabel(session.tenantField.remember).check()
    await button(session.signInWithCode).click()
    await expect.poll(() => requests('settings:change')).toEqual([{ tenant: 'fabrikam.com' }])
    await expect
      .poll(() => requests('session:sign-in'))
      .toEqual([{ way: 'device-code', tenant: 'fabrikam.com' }])
  })

  test('a remembered account goes on with one click, and can be signed out', async () => {
    await open(
      { ...nobody, accounts },
      {
        'session:switch': () => succeed(inContoso),
        'session:sign-out': () => succeed({ ...nobody, accounts: [atHome] }),
      },
    )
    await button(session.accounts.signOut(atCustomer.username, 'Fabrikam')).click()
    await expect.poll(() => requests('session:sign-out')).toEqual([{ accountId: atCustomer.id }])
    await button(`${atHome.username} Contoso (contoso.com)`).click()
    await main().getByRole('heading', { name: text.window.urls.title }).waitFor()
    expect(requests('session:switch')).toEqual([{ accountId: atHome.id }])
  })

  test('while the browser does not come up, a code takes its place; it is spoken, copied and opened', async () => {
    await open(signingIn)
    await button(session.signInWithCode).click()
    await expect.poll(() => requests('session:sign-in')).toEqual([{ way: 'device-code' }])
    const shown = code()
    await alone.push('session:changed', { ...signingIn, way: 'device-code', code: shown })
    await spoken(session.waiting.spoken(shown.userCode, shown.verificationUri))
    await button(session.waiting.copyCode).click()
    await button(session.waiting.openPage).click()
    await expect.poll(() => requests('clipboard:write')).toEqual([shown.userCode])
    await expect.poll(() => requests('session:open-code-page')).toHaveLength(1)
  })
})

describe('a sign-in that failed', () => {
  test('shows what support asks for, copies it, and is told once', async () => {
    const failure = blocked()
    await open(nobody, {
      'session:sign-in': async () => {
        await alone.push('session:changed', { ...nobody, failure })
        return fail({ kind: 'sign-in', message: failure.message, remedy: failure.remedy, signIn: failure })
      },
    })
    await button(session.signIn).click()
    await main()
      .getByText(failure.code ?? '')
      .waitFor()
    expect(await main().getByText(failure.message, { exact: true }).count()).toBe(1)
    for (const value of [failure.correlationId ?? '', '2026-11-21 09:04:12 UTC'])
      expect(await main().getByText(value, { exact: true }).isVisible()).toBe(true)
    await spoken(failure.message)
    await button(session.failure.copy).click()
    await expect.poll(() => String(requests('clipboard:write')[0])).toContain('AADSTS53003')
  })

  test('without consent leads to the steps for a client of your own', async () => {
    await open({ ...nobody, failure: consentMissing() })
    await button(session.failure.ownClient).click()
    await main().getByText(settings.register.steps[0]).waitFor()
    expect(await isFocused(main().locator('summary'))).toBe(true)
  })
})

describe('a sign-in that has to be renewed', () => {
  const needy: SessionState = { ...inContoso, renewal: withdrawn() }

  test('is asked for on every page, for this account, and the bar goes when it is done', async () => {
    await open(needy)
    for (const page of ['phones', 'settings', 'provisioning-urls'] as const) {
      await goTo(page)
      await main().getByText(session.renewal.idle).waitFor()
    }
    await button(session.signInAgain).click()
    await expect
      .poll(() => requests('session:sign-in'))
      .toEqual([{ way: 'browser', accountId: inContoso.accountId }])
    await alone.push('session:changed', {
      ...needy,
      signingIn: { way: 'browser', accountId: inContoso.accountId ?? '' },
    })
    await main().getByText(session.waiting.browser).waitFor()
    await alone.push('session:changed', inContoso)
    await main().getByText(session.renewal.idle).waitFor({ state: 'detached' })
    await spoken(session.renewal.done)
    expect(await alone.page.evaluate(() => document.activeElement === document.body)).toBe(false)
  })
})

describe('the account menu', () => {
  const menu = (): Locator => alone.page.getByRole('banner').getByRole('button')

  test('works with the keyboard alone, and gives the focus back', async () => {
    await open({ ...inContoso, storage: 'memory' })
    await menu().focus()
    await alone.page.keyboard.press('Enter')
    const items = alone.page.getByRole('menuitem')
    await expect.poll(() => isFocused(items.first())).toBe(true)
    await alone.page.keyboard.press('End')
    await expect.poll(() => isFocused(items.last())).toBe(true)
    await alone.page.keyboard.press('ArrowDown')
    await expect.poll(() => isFocused(items.first())).toBe(true)
    expect(await alone.page.getByText(session.memory.short).isVisible()).toBe(true)
    await alone.page.keyboard.press('Escape')
    await expect.poll(() => isFocused(menu())).toBe(true)
    expect(await main().getByText(session.memory.message).isVisible()).toBe(true)
  })

  test('switches, and says why it cannot while a run is watched', async () => {
    const refusal = text.main.failures.switchDuringRun
    await open(inContoso, { 'session:switch': () => fail({ kind: 'run-under-way', ...refusal }) })
    await menu().click()
    await alone.page.getByRole('menuitem', { name: 'Fabrikam' }).click()
    await main().getByText(refusal.remedy).waitFor()
    expect(requests('session:switch')).toEqual([{ accountId: atCustomer.id }])
  })

  test('leads to another tenant, and signs out this account', async () => {
    await open(inContoso, { 'session:sign-out': () => succeed(nobody) })
    await menu().click()
    await alone.page.getByRole('menuitem', { name: session.menu.another }).click()
    const dialog = alone.page.getByRole('dialog')
    await dialog.getByLabel(session.tenantField.label).fill('fabrikam.com')
    await alone.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => requests('session:sign-in')).toEqual([{ way: 'browser', tenant: 'fabrikam.com' }])

    await menu().click()
    await alone.page
      .getByRole('menuitem', { name: session.menu.signOut(inContoso.operator.username) })
      .click()
    await alone.page.getByText(session.signedOut, { exact: true }).waitFor()
    expect(requests('session:sign-out')).toEqual([{ accountId: inContoso.accountId }])
  })
})

test('leaving the simulated tenant leaves the focus in the header', async () => {
  await open(simulated, { 'session:sign-out': () => succeed(nobody) })
  const header = alone.page.getByRole('banner')
  await header.getByRole('button', { name: session.leaveSimulation }).focus()
  await alone.page.keyboard.press('Enter')
  await expect.poll(() => isFocused(header.getByRole('button', { name: session.signIn }))).toBe(true)
})

describe('settings', () => {
  test('what cannot be is not saved and says why; what can is, and says so', async () => {
    await open(inContoso)
    await goTo('settings')
    const field = main().getByLabel(settings.signIn.clientId)
    await field.fill('12128f48')
    await main().getByText('A client ID looks like').waitFor()
    await field.press('Enter')
    await main().getByText('Not saved. "12128f48"').waitFor()
    expect(requests('settings:change')).toEqual([])

    const id = '3f2b1a00-5c4d-4e6f-8a7b-9c0d1e2f3a4b'
    await field.fill(` ${id}`)
    await field.blur()
    await main().getByText(settings.saved, { exact: true }).waitFor()
    expect(requests('settings:change')).toEqual([{ clientId: id }])
    await spoken(`${settings.signIn.clientId}: ${settings.saved}`)
    expect(await field.inputValue()).toBe(id)
  })

  test("the way by Microsoft's module is chosen, looked for, and named while it is gone by", async () => {
    const obstacle = { code: 'no-module', program: 'C:\\pwsh.exe', edition: 'core' } as const
    await open({ ...inContoso, way: 'powershell' } as typeof inContoso, {
      'module:probe': () => succeed({ kind: 'obstacle', obstacle }),
    })
    await alone.page.getByText(session.byModuleBadge, { exact: true }).waitFor()
    await goTo('settings')
    await main().getByLabel(settings.way.label, { exact: true }).selectOption('powershell')
    await main().getByText(settings.saved, { exact: true }).waitFor()
    expect(requests('settings:change')).toEqual([{ way: 'powershell' }])
    await button(settings.way.probeButton).click()
    await main().getByText('Install-PSResource MicrosoftTeams -TrustRepository').waitFor()
  })

  test('main has the last word, and what it says stands at the field', async () => {
    const message = 'The disk is full.'
    await open(inContoso, { 'settings:change': () => fail({ kind: 'settings', message }) })
    await goTo('settings')
    await main().getByLabel(settings.work.region).selectOption('EMEA')
    await main().getByText(settings.notSaved(message)).waitFor()
  })

  test('the default region is that of a list opened from then on', async () => {
    await open(inContoso)
    await goTo('settings')
    await main().getByLabel(settings.work.region).selectOption('APAC')
    await main().getByText(settings.saved, { exact: true }).waitFor()
    await alone.page.keyboard.press('Control+o')
    const region = alone.page.getByLabel(phones.region, { exact: true })
    await region.waitFor()
    expect(await region.inputValue()).toBe('APAC')
  })

  test('the log folder opens, and the diagnostics are copied', async () => {
    await open(inContoso, {
      'log:open-folder': () => succeed(undefined),
      'diagnostics:copy': () => succeed('versions'),
    })
    await goTo('settings')
    await button(settings.support.openLog).click()
    await button(settings.support.copyDiagnostics).click()
    await spoken(frame.copiedToClipboard(settings.support.copied))
    expect([requests('log:open-folder'), requests('diagnostics:copy')].map(({ length }) => length)).toEqual([
      1, 1,
    ])
    expect(await main().getByText(settings.support.version(frame.product, '0.1.0')).isVisible()).toBe(true)
  })
})
