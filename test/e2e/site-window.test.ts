import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { InvokeChannel } from '../../src/shared/ipc.ts'
import { succeed } from '../../src/shared/result.ts'
import type { AppSettings, SettingsChange } from '../../src/shared/settings.ts'
import { text } from '../../src/shared/text/index.ts'
import { realTenant } from './support/example-run.ts'
import { keyboardAt } from './support/keyboard.ts'
import { looks, sizes } from './support/looks.ts'
import { openWindow, type PageAlone, type ReopenedWindow, type ScriptedMain } from './support/page-alone.ts'
import { mainWith, plainSettings, real, signedOut, simulated } from './support/scripted-mains.ts'
import { mainAtSite, mixedPhones, openListFirst, openPart } from './support/site-screens.ts'

// What the page Provisioning does beside the URLs; main is played by the test.

const { site } = text.window
const { dhcp } = site

let opened: ReopenedWindow
let alone: PageAlone
let asked: { readonly channel: InvokeChannel; readonly request: unknown }[]

beforeAll(async () => {
  opened = await openWindow()
})
afterAll(() => opened.close())
afterEach(() => alone.close())

async function open(main: ScriptedMain): Promise<Page> {
  asked = []
  const noted = Object.fromEntries(
    Object.entries(mainAtSite({ ...main, 'clipboard:write': () => succeed(undefined) })).map(
      ([channel, answer]) => [
        channel,
        (request: never) => {
          asked.push({ channel: channel as InvokeChannel, request })
          return answer(request)
        },
      ],
    ),
  )
  alone = await opened.open(noted, { ...sizes.small, ...looks.light })
  await alone.page.getByRole('navigation').waitFor()
  return alone.page
}

const of = (channel: InvokeChannel): readonly unknown[] =>
  asked.filter((one) => one.channel === channel).map(({ request }) => request)

test('the lines are those of the open list, marked in the simulated tenant, and can be copied and saved', async () => {
  const page = await open(mainWith(simulated, mixedPhones))
  await openListFirst(alone)
  await openPart(page, 'dhcp')
  await page.getByLabel(dhcp.server).selectOption('dnsmasq')
  await page.getByText(site.simulated).waitFor()
  await page.getByRole('button', { name: dhcp.copyLines }).click()
  await expect.poll(() => of('clipboard:write')).toHaveLength(1)
  const [lines] = of('clipboard:write')
  expect(lines).toContain(`# ${text.site.dhcp.simulatedHeading}`)
  expect(lines).toContain('dhcp-mac=set:sipgw-cisco,00:1b:54:*:*:*')
  expect(lines).toContain('/$PSN.xml"')
  expect(lines).not.toContain('00:90:8f')
  await page.getByRole('button', { name: dhcp.saveLines }).click()
  await expect.poll(() => of('site:save')).toEqual([{ file: 'dnsmasq', content: lines }])
  // A server that cannot tell makers apart gets no lines, and the reason is told.
  await page.getByLabel(dhcp.server).selectOption('ios')
  await page.getByLabel(text.site.dhcp.scopes.ios.name).fill('VOICE')
  await page.getByText('voice VLAN').waitFor()
  expect(await page.getByRole('button', { name: dhcp.copyLines }).count()).toBe(0)
})

test('without a tenant the lines have a placeholder, and cannot be copied until one is entered', async () => {
  const page = await open(mainWith(signedOut))
  await openPart(page, 'dhcp')
  await page.getByLabel('Poly').check()
  await page.getByText(dhcp.tenantMissing).waitFor()
  const lines = page.getByRole('region', { name: dhcp.linesFor(text.site.dhcp.servers.windows) })
  expect(await lines.innerText()).toContain(`/tenantid/${dhcp.placeholder}`)
  expect(await page.getByRole('button', { name: dhcp.copyLines }).count()).toBe(0)
  const tenant = '11111111-2222-3333-4444-555555555555'
  await page.getByLabel(dhcp.tenant).fill(tenant)
  await page.getByRole('button', { name: dhcp.copyLines }).click()
  await expect.poll(() => of('clipboard:write')).toHaveLength(1)
  expect(of('clipboard:write')[0]).toContain(`/tenantid/${tenant}'`)
})

test('the check runs only when it is asked for, by the keyboard too, and says what stands above all', async () => {
  const page = await open(mainWith(real))
  const keyboard = await keyboardAt(page)
  await openPart(page, 'check')
  await page.getByLabel(site.check.publicIp).fill('203.0.113.70')
  // What was typed for the DHCP lines is what phones would ask for the time.
  await page.getByLabel(dhcp.ntp).fill('10.1.20.5')
  expect(of('site:check')).toEqual([])
  await keyboard.goTo(page.getByRole('button', { name: site.check.start }))
  await page.keyboard.press('Enter')
  await page.getByText('not from the voice VLAN').waitFor()
  expect(of('site:check')).toEqual([{ region: 'NOAM', publicIp: '203.0.113.70', timeServer: '10.1.20.5' }])
  await page.getByText('default gateway 10.1.20.1').waitFor()
  const names = await page
    .getByRole('region', { name: site.check.results })
    .getByRole('heading', { level: 3 })
    .allInnerTexts()
  // What is wrong comes first.
  const { tls, signalling, time, 'public-ip': publicAddress } = text.site.check.names
  expect(names.slice(0, 4)).toEqual([tls, signalling, time, publicAddress])
  await page.getByText("isn't among those the tenant trusts: 203.0.113.0/28").waitFor()
  expect(await page.getByText(/\bOK\b/).count()).toBe(0)
  await page.getByRole('button', { name: site.check.saveCsv }).click()
  await expect.poll(() => of('site:save')).toMatchObject([{ file: 'firewall-csv' }])
})

test('steps of Conditional Access are checked off for this tenant', async () => {
  const kept = (change: SettingsChange): AppSettings => ({
    ...plainSettings,
    ...(change.accessSteps && { accessSteps: change.accessSteps }),
  })
  const page = await open({
    ...mainWith(real),
    'settings:change': (change) => succeed(kept(change)),
  })
  await openPart(page, 'access')
  const [first] = text.site.conditionalAccess.ways.filter.steps
  await page.getByLabel(first).check()
  await openPart(page, 'urls')
  await openPart(page, 'access')
  expect(await page.getByLabel(first).isChecked()).toBe(true)
  expect(of('settings:change')).toEqual([{ accessSteps: { [realTenant.id]: ['filter 0'] } }])
})

test('a 401 that others at the site have too leads to the site, with its source', async () => {
  const page = await open(mainWith(signedOut))
  await openPart(page, 'triage')
  await page.getByLabel(text.site.triage.whatQuestion).selectOption('phone')
  await page.getByText(text.site.triage.leaves.phone.likely).waitFor()
  await page.getByLabel(text.site.triage.others).check()
  await page.getByText(text.site.triage.manyPhones.likely).waitFor()
  await page.getByText('nobody knows the password').waitFor()
  await page.getByRole('button', { name: site.links.configureSipGateway }).waitFor()
})
