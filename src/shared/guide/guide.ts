import { guidanceCatalogue } from '../gateway/guidance.ts'
import { provisioningUrls } from '../gateway/provisioning-urls.ts'
import { siteHosts } from '../site/check/addresses.ts'
import { siteChecks } from '../site/check/site-result.ts'
import { tellsMakersApart } from '../site/dhcp/dhcp-lines.ts'
import { dhcpServers } from '../site/dhcp/dhcp-request.ts'
import { firewallRules } from '../site/firewall.ts'
import { surfaces, troubles } from '../site/symptom.ts'
import { leafOf } from '../site/triage.ts'
import { vendorNames } from '../site/vendors.ts'
import { guideText } from '../text/guide.ts'
import { text } from '../text/index.ts'
import { type Block, type Chapter, chapterIds, type Known } from './chapter.ts'

const exampleTenant = '11111111-2222-3333-4444-555555555555'

/** Texts that the guide takes from elsewhere, so that nobody writes them twice. */
const known: Readonly<Record<Known, () => Block>> = {
  messages: (): Block => ({
    kind: 'table',
    columns: guideText.messageColumns,
    rows: guidanceCatalogue.map(({ says, remedy }) => [`\`${says}\``, remedy]),
  }),
  urls: (): Block => ({
    kind: 'table',
    columns: guideText.urlColumns,
    rows: (provisioningUrls(exampleTenant)[0]?.devices ?? []).map(({ label, url, dhcpOption }) => [
      label,
      `\`${url.replace(exampleTenant, guideText.urlTenant)}\``,
      dhcpOption === undefined ? '' : String(dhcpOption),
    ]),
  }),
  dhcp: (): Block => ({
    kind: 'table',
    columns: guideText.serverColumns,
    rows: dhcpServers.map((server) => [
      dhcp.servers[server],
      server in dhcp.scopes ? dhcp.scopes[server as keyof typeof dhcp.scopes].name : guideText.wholeServer,
      tellsMakersApart(server) ? guideText.yes : guideText.no,
      dhcp.proof[server],
    ]),
  }),
  'by-hand': (): Block => ({
    kind: 'table',
    columns: Object.values(text.site.byHand.columns),
    rows: text.site.byHand.devices.map(({ vendor, device, where, reset, firmware }) => [
      `${vendorNames[vendor]} ${device}`,
      where,
      reset,
      firmware,
    ]),
  }),
  checks: (): Block => ({
    kind: 'table',
    columns: guideText.checkColumns,
    rows: siteChecks.map((check) => [
      text.site.check.names[check],
      text.site.check.did[check](siteHosts.gateway('NOAM')),
    ]),
  }),
  firewall: (): Block => ({
    kind: 'table',
    columns: Object.values(text.site.firewall.columns),
    rows: firewallRules('NOAM').map(({ destination, port, why, source }) => [
      `\`${destination}\``,
      port,
      why,
      source,
    ]),
  }),
  triage: (): Block => ({
    kind: 'table',
    columns: guideText.triageColumns,
    rows: [...surfaces, ...troubles].map((symptom) => {
      const { look, likely } = leafOf(symptom, false)
      return [
        text.site.triage.symptoms[symptom],
        look.map((one, at) => `${at + 1}. ${one}`).join(' '),
        likely,
      ]
    }),
  }),
}

const dhcp = text.site.dhcp

/** The user guide: the page Help shows it, and `npm run guide` writes it to docs/guide. */
export const guide: readonly Chapter[] = chapterIds.map((id) => ({
  id,
  // Read when it is shown: no language is chosen yet when this module is loaded.
  get title() {
    return guideText.chapters[id].title
  },
  get blocks() {
    return guideText.chapters[id].blocks.map((block) =>
      typeof block === 'string' || block.kind !== 'known' ? block : known[block.what](),
    )
  },
}))
