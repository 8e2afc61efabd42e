import type { ChapterText } from '../../../guide/chapter.ts'
import { byHand } from '../site/by-hand.ts'
import { check } from '../site/check.ts'
import { conditionalAccess } from '../site/conditional-access.ts'
import { dhcp } from '../site/dhcp.ts'
import { firewall } from '../site/firewall.ts'
import { triage } from '../site/triage.ts'
import { site } from '../window/site.ts'

const { addresses, teams, filter } = conditionalAccess.ways

export const atTheSite: ChapterText = {
  title: 'At the site',
  blocks: [
    `For the network of the phones, with or without a tenant. Everything here is also on the page **Provisioning**. Sources: [Configure SIP Gateway](configureSipGateway), [Plan for SIP Gateway](planSipGateway), [Set up dynamic filters](dynamicFilters) and [Common issues](sipGatewayIssues).`,
    { kind: 'heading', text: 'DHCP' },
    `The tab **${site.tabs.dhcp}** writes lines for your DHCP server: for your tenant and region, and for the makers of the open list or those you choose. In a terminal, **dhcp** does the same:`,
    {
      kind: 'code',
      text: 'dhcp --server kea --tenant <tenant ID> --region EMEA --ntp 10.1.20.1 --utc-offset 3600 phones.csv',
    },
    { kind: 'picture', name: 'site-dhcp', shows: 'Lines for a DHCP server, by the makers of a list' },
    {
      kind: 'list',
      items: [dhcp.trap160, dhcp.pxe, dhcp.probably, dhcp.asked, dhcp.renew],
    },
    { kind: 'known', what: 'dhcp' },
    "Servers that can't tell makers apart get no lines for a list with Cisco phones and others: give each its own voice VLAN and scope.",
    { kind: 'heading', text: site.tabs['by-hand'] },
    byHand.lead,
    { kind: 'steps', items: byHand.order },
    { kind: 'known', what: 'by-hand' },
    {
      kind: 'list',
      items: [byHand.firmwareDate, byHand.ciscoFirmware, byHand.menus, byHand.enrol, ...byHand.language],
    },
    { kind: 'heading', text: site.tabs.check },
    `${site.check.lead} ${check.seenFrom(undefined, undefined)} In a terminal: **site**, with --region. Each result says what was done, what came back, what it means and what to do. Some things can't be tested: voice (UDP) never can. Once you are signed in (in a terminal: with --tenant or --account), the public address that you enter is compared with the trusted IP addresses of the tenant.`,
    { kind: 'picture', name: 'site-check', shows: 'The results of a site check' },
    { kind: 'known', what: 'checks' },
    { kind: 'heading', text: firewall.title },
    firewall.lead,
    { kind: 'known', what: 'firewall' },
    { kind: 'list', items: firewall.notes },
    { kind: 'heading', text: site.tabs.access },
    conditionalAccess.lead,
    ...[addresses, teams, filter].flatMap(({ title, excludes, roles, steps }) => [
      `**${title}.** ${conditionalAccess.excludes}: ${excludes} ${conditionalAccess.roles}: ${roles}.`,
      { kind: 'steps', items: steps } as const,
    ]),
    `The tab **${site.tabs.access}** has lines for Graph PowerShell. ${conditionalAccess.notTried}`,
    { kind: 'heading', text: site.triage.title },
    triage.lead,
    { kind: 'warning', text: triage.password },
    { kind: 'picture', name: 'site-triage', shows: 'Where to look first when a phone says 401' },
    { kind: 'known', what: 'triage' },
    `${triage.challenge} ${triage.service}`,
    triage.report,
    { kind: 'heading', text: 'Before you leave' },
    {
      kind: 'list',
      items: [
        'Make and take a call on a phone of each kind: only a call shows that voice gets through.',
        'Emergency calls: agree with the customer where they say the phones are. SIP Gateway uses the network location if the phone reports it (Cisco phones only by LLDP), and otherwise the address registered for the account. With Direct Routing, a registered address does not count. See [Configure SIP Gateway](configureSipGateway).',
        'The [Teams admin center](teamsAdminCenter) shows the phones under **Teams devices**, **SIP devices**, once somebody has signed in on them. You can restart them and sign them out there, but not remove them.',
      ],
    },
  ],
}
