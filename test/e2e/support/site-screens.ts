import type { Page } from 'playwright-core'
import { known } from '../../../src/shared/readiness/facts.ts'
import { succeed } from '../../../src/shared/result.ts'
import { judgeSite } from '../../../src/shared/site/check/judge.ts'
import type { SiteObservations } from '../../../src/shared/site/check/observation.ts'
import type { TrustedAddresses } from '../../../src/shared/site/check/trusted-addresses.ts'
import { text } from '../../../src/shared/text/index.ts'
import { sheetOf } from './example-lists.ts'
import { realTenant } from './example-run.ts'
import type { PageAlone, ScriptedMain } from './page-alone.ts'
import type { Screen } from './screens.ts'
import { mainWith, real, signedOut, simulated } from './scripted-mains.ts'

const { site } = text.window

/** Phones of several makers, an adapter, and one of nobody known. */
export const mixedPhones = sheetOf(
  'site.csv',
  [
    'Username,HardwareId',
    ...[
      '00-1B-54-00-00-01',
      '00-04-F2-00-00-01',
      '64-16-7F-00-00-02',
      '00-15-65-00-00-01',
      '00-90-8F-00-00-01:001',
      'AA-BB-CC-00-00-01',
    ].map((hardwareId, index) => `phone${index}@contoso.com,${hardwareId}`),
  ].join('\n'),
)

const failed = { kind: 'failed', why: 'timed-out' } as const

/** A site where a firewall knows Microsoft 365's list of endpoints alone. */
const seen: SiteObservations = {
  ipv4: '10.1.20.30',
  defaultGateway: '10.1.20.1',
  hasIpv6: false,
  nat64: { kind: 'failed', why: 'no-address' },
  dns: { kind: 'resolved', addresses: ['13.107.1.2'] },
  proxy: undefined,
  portal: { kind: 'answered', status: 200, headers: {}, body: 'Microsoft Connect Test' },
  http: { kind: 'answered', status: 403, headers: {}, body: '' },
  httpByProxy: undefined,
  tls: { kind: 'certificate', issuer: 'Contoso Inspection CA', problem: 'SELF_SIGNED_CERT_IN_CHAIN' },
  signalling: [{ host: 'sip.pstnhub.microsoft.com', came: failed }],
  time: failed,
  timeServer: undefined,
}

const trusted: TrustedAddresses = {
  tenant: realTenant,
  ranges: known([{ address: '203.0.113.0', maskBits: 28 }]),
}

/** A main that has looked at such a site. */
export const mainAtSite = (main: ScriptedMain): ScriptedMain => ({
  ...main,
  'site:check': ({ region, publicIp, timeServer }) =>
    succeed({
      ...{ address: seen.ipv4, defaultGateway: seen.defaultGateway },
      results: judgeSite({ ...seen, timeServer }, region, { publicIp, trusted }),
    }),
  'site:save': () => succeed('C:\\Users\\admin\\Downloads\\sip-gateway.txt'),
})

export const openPart = async (page: Page, part: keyof typeof site.tabs): Promise<void> => {
  await page.getByRole('navigation').waitFor()
  await page.getByRole('tab', { name: site.tabs[part], exact: true }).click()
}

/** Opens the list, and goes back to the page Provisioning. */
export async function openListFirst({ page }: PageAlone): Promise<void> {
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('Control+o')
  await page.getByRole('grid').waitFor()
  await page
    .getByRole('navigation')
    .getByRole('button', { name: text.window.frame.pages['provisioning-urls'] })
    .click()
}

export const siteScreens: readonly Screen[] = [
  {
    name: 'site-dhcp',
    main: mainWith(simulated, mixedPhones),
    async arrange(alone) {
      await openListFirst(alone)
      await openPart(alone.page, 'dhcp')
    },
  },
  {
    name: 'site-by-hand',
    main: mainWith(signedOut),
    arrange: ({ page }) => openPart(page, 'by-hand'),
  },
  {
    name: 'site-check',
    main: mainAtSite(mainWith(real)),
    async arrange({ page }) {
      await openPart(page, 'check')
      await page.getByRole('button', { name: site.check.start }).click()
      await page.getByRole('heading', { name: site.check.results }).waitFor()
    },
  },
  {
    name: 'site-access',
    main: mainWith(real),
    arrange: ({ page }) => openPart(page, 'access'),
  },
  {
    name: 'site-triage',
    main: mainWith(signedOut),
    async arrange({ page }) {
      await openPart(page, 'triage')
      await page.getByLabel(text.site.triage.whatQuestion).selectOption('phone')
    },
  },
]
