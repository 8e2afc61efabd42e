import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Region, regions } from '../../src/shared/gateway/region.ts'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { copiedBy } from './support/copied-by.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf } from './support/page-bridge.ts'

const { frame, session, urls } = text.window
const { devices } = text.gateway.urls

let userData: string
let app: AppUnderTest
let main: Locator

beforeAll(async () => {
  userData = await mkdtemp(join(tmpdir(), 'launch-'))
  await launch()
})
afterAll(async () => {
  await app.close()
  await removeFolder(userData)
})

async function launch(...args: readonly string[]): Promise<void> {
  app = await launchApp({ userData, args })
  main = app.page.getByRole('main')
}

const button = (name: string): Locator => main.getByRole('button', { name, exact: true })
const card = (region: Region): Locator =>
  main.getByRole('region', { name: urls.regionTab(region, urls.regionName[region]) })
const banner = (): Locator => app.page.getByRole('banner')
const item = (region: Region, device: string): Locator =>
  card(region).getByRole('listitem').filter({ hasText: device })

async function tenantId(): Promise<string> {
  const state = await bridgeOf(app.page).value('session:get')
  if (state.kind !== 'signed-in') throw new Error('Nobody is signed in')
  return state.tenant.id
}

/** As Microsoft's article "Configure SIP Gateway" has them. */
function documented(region: Region, tenant: string): readonly (readonly [string, string])[] {
  const base = `http://${region.toLowerCase()}.ipp.sdg.teams.microsoft.com/tenantid/${tenant}`
  return [
    [devices['yealink-ale-phone'], base],
    [devices['audiocodes-phone'], base],
    [devices['poly-phone'], base],
    [devices['cisco-phone'], `${base}/$PSN.xml`],
    [devices['audiocodes-ata'], `${base}/mac.ini`],
    [devices['cisco-ata'], `${base}/mac.cfg`],
    [devices['poly-ata'], `${base}/$mac.cfg`],
  ]
}

/** What the window prints for the region: each kind of device with its URL. */
async function printed(region: Region): Promise<readonly (readonly [string, string])[]> {
  const items = await card(region).getByRole('listitem').all()
  return Promise.all(
    items.map(async (item) => {
      const said = (await item.textContent()) ?? ''
      const label = Object.values(devices).find((device) => said.startsWith(device)) ?? said
      return [label, (await item.getByRole('code').textContent()) ?? ''] as const
    }),
  )
}

const clipboard = async (): Promise<readonly string[]> =>
  (await app.desktop()).flatMap((act) => (act.act === 'clipboard' ? [act.text] : []))

describe('before sign-in', () => {
  test('the window says what will be printed here, and offers two ways on', async () => {
    await main.getByRole('heading', { name: session.welcome.title }).waitFor()

    expect(await main.getByText(session.welcome.lead).isVisible()).toBe(true)
    expect(await button(session.signIn).isEnabled()).toBe(true)
    expect(await button(session.explore).isEnabled()).toBe(true)
    expect(await main.getByRole('code').count()).toBe(0)
    expect(await banner().getByText(session.signedOut, { exact: true }).isVisible()).toBe(true)
  })
})

describe('with the simulated tenant', () => {
  test('exploring prints the URLs of this tenant for each region and each kind of device', async () => {
    await button(session.explore).click()
    await main.getByRole('heading', { name: urls.title }).waitFor()
    const tenant = await tenantId()

    for (const region of regions) expect(await printed(region)).toEqual(documented(region, tenant))
    const headings = main.getByRole('heading', { level: 2 })
    expect(await headings.allTextContents()).toEqual(
      regions.map((region) => urls.regionTab(region, urls.regionName[region])),
    )

    // The region of the settings comes first, at once.
    await bridgeOf(app.page).value('settings:change', { region: 'APAC' })
    const own = urls.regionTab('APAC', urls.regionName.APAC)
    await expect.poll(() => headings.first().textContent()).toBe(own)
    expect(await card('APAC').getByText(urls.ownRegion).isVisible()).toBe(true)
    await bridgeOf(app.page).value('settings:change', { region: null })
    await expect.poll(() => headings.first().textContent()).not.toBe(own)
  })

  test('each copy button puts exactly its URL on the clipboard', async () => {
    const tenant = await tenantId()
    for (const region of regions) {
      const before = (await clipboard()).length
      const expected = documented(region, tenant)
      for (const [label] of expected) await item(region, label).getByRole('button').click()

      await expect.poll(async () => (await clipboard()).slice(before)).toEqual(expected.map(([, url]) => url))
    }
  })

  test('the copy button says that it did, to the eye and to a screen reader', async () => {
    const device = devices['cisco-phone']
    const hint = app.page.getByRole('tooltip')
    const copied = hint.getByText(frame.copied, { exact: true })
    await button(urls.copyUrl(device, 'EMEA')).hover()
    await hint.waitFor()
    // It is shown for two seconds, so the page's time stands still while it is looked for.
    await app.page.clock.install()
    await app.page.clock.pauseAt(Date.now() + 60_000)
    await button(urls.copyUrl(device, 'EMEA')).click()
    await copied.waitFor()
    await app.page.clock.runFor(2_000)
    await copied.waitFor({ state: 'hidden' })
    await app.page.clock.resume()

    // Who speaks to the computer says what is written on the button: it is in its name all the time (WCAG 2.5.3).
    expect(urls.copyUrl(device, 'EMEA')).toContain(await button(urls.copyUrl(device, 'EMEA')).innerText())
    const said = frame.copiedToClipboard(urls.urlOf(device, 'EMEA'))
    await app.page.getByRole('status').getByText(said).waitFor({ state: 'attached' })
  })

  test('all URLs of a region or of all, and the tenant ID, are copied at once', async () => {
    const tenant = await tenantId()
    expect(await copiedBy(app, () => button(urls.copyTenantId).click())).toBe(tenant)

    const lines = (await copiedBy(app, () => button(urls.copyAll('APAC')).click())).split('\r\n')
    const cells = lines.map((line) => line.split('\t').slice(0, 2))
    expect(cells.filter(({ length }) => length === 2)).toEqual(documented('APAC', tenant))

    const everything = await copiedBy(app, () => button(urls.copyEverything).click())
    for (const [, url] of regions.flatMap((region) => documented(region, tenant)))
      expect(everything).toContain(`\t${url}`)
  })

  test('it is marked as simulated on every page', async () => {
    const mark = app.page.getByRole('complementary', { name: session.simulatedBadge })
    const pages = app.page.getByRole('navigation', { name: frame.navigation })
    for (const page of Object.values(frame.pages)) {
      await pages.getByRole('button', { name: page }).click()
      expect(await mark.getByText(session.simulatedStrip).isVisible()).toBe(true)
      expect(await banner().getByText(session.simulatedBadge, { exact: true }).isVisible()).toBe(true)
    }
  })
})

test('launched again with --simulated-tenant, the app opens on the URLs of that tenant', async () => {
  const before = await tenantId()
  await app.close()
  await launch('--simulated-tenant')
  await main.getByRole('heading', { name: urls.title }).waitFor()

  expect(await tenantId()).toBe(before)
  expect(await main.getByText(before, { exact: true }).isVisible()).toBe(true)
  expect(await printed('NOAM')).toEqual(documented('NOAM', before))
})

test('launched again without it, nobody is signed in', async () => {
  await app.close()
  await launch()

  await main.getByRole('heading', { name: session.welcome.title }).waitFor()
})
