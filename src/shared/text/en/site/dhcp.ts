import type { DhcpServer } from '../../../site/dhcp/dhcp-request.ts'
import { count } from '../../plural.ts'

const documentsOnly = (what: string) =>
  `Based on ${what} only. Nobody has tried these lines on such a server for this app.`

const onTheWire = (version: string) =>
  `Tested on Linux, not with a real phone: ${version} took lines like these and answered a DHCP request with exactly these values.`

/** DHCP: what is asked for, what is said beside the lines, and why there may be none. */
export const dhcp = {
  heading: (region: string, tenantId: string) => `SIP Gateway ${region}, tenant ${tenantId}`,
  simulatedHeading: 'SIMULATED TENANT: not for real phones',
  fillIn: (vendor: string) =>
    `${vendor}: replace ${'XXXXXX'} with the first six digits of the MAC addresses on your phones' labels, written as in the other rules, and remove the comment signs. Copy the rule for further prefixes.`,
  servers: {
    windows: 'Windows Server (PowerShell)',
    dhcpd: 'ISC dhcpd',
    kea: 'Kea',
    dnsmasq: 'dnsmasq',
    ios: 'Cisco IOS',
    mikrotik: 'MikroTik RouterOS',
    fortigate: 'FortiGate',
  } satisfies Record<DhcpServer, string>,
  scopes: {
    windows: {
      name: 'Scope ID',
      example: '10.1.20.0',
      hint: 'Without one, the policy applies to the whole server.',
    },
    ios: { name: 'Pool name', example: 'VOICE', hint: 'All devices in this pool get the options.' },
    mikrotik: {
      name: 'DHCP network address',
      example: '10.1.20.0/24',
      hint: 'All devices on this network get the options.',
    },
    fortigate: {
      name: 'DHCP server number',
      example: '1',
      hint: '"show system dhcp server" lists them. All devices of this server get the options.',
    },
  } satisfies Partial<Record<DhcpServer, object>>,
  where: {
    windows: 'Paste into PowerShell on the DHCP server, as an administrator. It needs the DhcpServer module.',
    dhcpd:
      'Put these into dhcpd.conf, outside any subnet, check with "dhcpd -t", and restart the service. They apply to the whole server.',
    kea: 'Put these into the "Dhcp4" object of kea-dhcp4.conf, check with "kea-dhcp4 -t", and restart the service. If it already has "option-def" or "client-classes", add the entries there. They apply to the whole server.',
    dnsmasq:
      'Put these into a file in /etc/dnsmasq.d, check with "dnsmasq --test", and restart the service. They apply to the whole server.',
    ios: 'Paste in configuration mode ("configure terminal").',
    mikrotik:
      "Paste into the terminal. The last line replaces this network's DHCP options: if it has others, add their names to that line.",
    fortigate: 'Paste into the CLI. This replaces any entries 160, 66 and 2 under "config options".',
  } satisfies Record<DhcpServer, string>,
  proof: {
    windows:
      "The commands follow Microsoft's documentation, and PowerShell parses the lines. Nobody has run them on Windows Server for this app. The hexadecimal value of option 2 is the least certain.",
    dhcpd: onTheWire('ISC dhcpd 4.4'),
    kea: onTheWire('Kea 2.2'),
    dnsmasq: `${onTheWire('dnsmasq 2.90')} It adds a zero byte to the end of option 66.`,
    ios: documentsOnly('public configurations'),
    mikrotik: documentsOnly('the documentation of RouterOS'),
    fortigate: documentsOnly('the documentation of FortiOS 7.2'),
  } satisfies Record<DhcpServer, string>,
  undo: {
    windows:
      'Run these lines. Option 160 stays defined on the server: remove it only if no other phones use it.',
    dhcpd: 'Remove the lines and restart the service.',
    kea: 'Remove the lines and restart the service.',
    dnsmasq: 'Remove the lines and restart the service.',
    ios: 'Paste these lines in configuration mode.',
    mikrotik: 'Paste these lines. Then set again what the network had before.',
    fortigate: 'Paste these lines.',
  } satisfies Record<DhcpServer, string>,
  renew: 'Phones keep their old options until they renew their lease. Restart them.',
  asked:
    "Phones get options 42 and 2 only if they ask for them. ISC dhcpd and Windows Server also send options 66 and 160 only on request. Phones on Microsoft's list usually ask.",
  trap160:
    "Option 160 can have only one value in a subnet. Cisco phones need /$PSN.xml at its end, Poly and AudioCodes phones don't. These lines tell them apart by MAC address.",
  pxe: 'All devices in this subnet get option 66. Computers that start from the network use it too: keep them out of this subnet.',
  adapters: (ports: number) =>
    `${ports === 1 ? "1 row of the list has a port, so it's an analog adapter." : `${count(ports)} rows of the list have a port, so they're analog adapters.`} Microsoft names no DHCP option for adapters: set their URL by hand. An adapter whose MAC prefix is also a phone's here gets the phone's URL.`,
  byHand: (vendors: string) =>
    `Microsoft names no DHCP option for ${vendors}. Set the URL as the maker's guide says.`,
  notListed: (vendors: string) => `Microsoft's list of devices for SIP Gateway names none of ${vendors}.`,
  unknownMaker: (devices: number) =>
    devices === 1
      ? "1 device of the list has a MAC address whose maker this app doesn't know. It gets no rule."
      : `${count(devices)} devices of the list have MAC addresses whose makers this app doesn't know. They get no rule.`,
  probably: 'Makers are told by MAC address: probable, not certain.',
  refusals: {
    'no-rules':
      "No lines: Microsoft names no DHCP option for these devices. Set the URL on each device, as the maker's guide says.",
    'scope-missing': (name: string, example: string) => `Enter the ${name}, such as ${example}.`,
    'scope-invalid': (name: string, example: string) => `Enter the ${name} like ${example}.`,
    'scope-unused': 'The lines for this server apply to the whole server. Leave out the scope.',
    'two-values': (server: string, option: number, one: string, other: string) =>
      `No lines: ${one} phones need a different value of option ${option} than ${other} phones, and ${server} can't tell them apart by MAC address. Give each maker its own voice VLAN and scope, and write the lines for one at a time.`,
  },
  sources: 'Configure SIP Gateway (Microsoft Learn) names the options and URLs.',
} as const
