import type { DhcpServer } from '../../../site/dhcp/dhcp-request.ts'
import { plural } from '../../plural.ts'

const documentsOnly = (what: string) =>
  `From ${what} only: nobody has tried these lines on such a server for this app.`

const onTheWire = (version: string) =>
  `Proven: ${version} took lines like these and answered a DHCP request with exactly these values, on Linux. Not proven with a real phone.`

/** DHCP: what is asked for, what is said beside the lines, and why there may be none. */
export const dhcp = {
  heading: (region: string, tenantId: string) => `SIP Gateway ${region}, tenant ${tenantId}`,
  simulatedHeading: 'SIMULATED TENANT: of no use to a real phone',
  fillIn: (vendor: string) =>
    `${vendor}: replace ${'XXXXXX'} by the first six digits of the MAC addresses on your phones' labels, as the other rules write them, and remove the comment signs. Copy the rule for further prefixes.`,
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
      hint: 'Without one the policy holds for the whole server.',
    },
    ios: { name: 'Pool name', example: 'VOICE', hint: 'All devices of this pool get the options.' },
    mikrotik: {
      name: 'Address of the DHCP network',
      example: '10.1.20.0/24',
      hint: 'All devices of this network get the options.',
    },
    fortigate: {
      name: 'Number of the DHCP server',
      example: '1',
      hint: '"show system dhcp server" lists them. All devices of this server get the options.',
    },
  } satisfies Partial<Record<DhcpServer, object>>,
  where: {
    windows: 'Paste into PowerShell on the DHCP server, as an administrator. It needs the module DhcpServer.',
    dhcpd:
      'Put these into dhcpd.conf, outside any subnet, check with "dhcpd -t" and restart the service. They hold for the whole server.',
    kea: 'Put these into the object "Dhcp4" of kea-dhcp4.conf, check with "kea-dhcp4 -t" and restart the service. If it has "option-def" or "client-classes" already, add the entries there. They hold for the whole server.',
    dnsmasq:
      'Put these into a file in /etc/dnsmasq.d, check with "dnsmasq --test" and restart the service. They hold for the whole server.',
    ios: 'Paste in configuration mode ("configure terminal").',
    mikrotik:
      'Paste into the terminal. The last line replaces the DHCP options that this network has: if it has others, name them in it too.',
    fortigate:
      'Paste into the CLI. Entries 160, 66 and 2 under "config options" are replaced if there are any of these numbers.',
  } satisfies Record<DhcpServer, string>,
  proof: {
    windows:
      "The commands follow Microsoft's documentation, and PowerShell reads the lines. Nobody has run them on a Windows Server for this app. The value of option 2 (hexadecimal) is the least certain.",
    dhcpd: onTheWire('ISC dhcpd 4.4'),
    kea: onTheWire('Kea 2.2'),
    dnsmasq: `${onTheWire('dnsmasq 2.90')} It adds a zero byte to the end of option 66.`,
    ios: documentsOnly('public configurations'),
    mikrotik: documentsOnly('the documentation of RouterOS'),
    fortigate: documentsOnly('the documentation of FortiOS 7.2'),
  } satisfies Record<DhcpServer, string>,
  undo: {
    windows:
      'Run these lines. Option 160 itself stays known to the server; remove it only if no other phones use it.',
    dhcpd: 'Remove the lines and restart the service.',
    kea: 'Remove the lines and restart the service.',
    dnsmasq: 'Remove the lines and restart the service.',
    ios: 'Paste these lines in configuration mode.',
    mikrotik: 'Paste these lines. What the network had before has to be set again.',
    fortigate: 'Paste these lines.',
  } satisfies Record<DhcpServer, string>,
  renew: 'Phones keep what they have until they renew their lease: restart them.',
  asked:
    "Phones get options 42 and 2 only if they ask for them, and with ISC dhcpd and Windows Server options 66 and 160 too. The phones on Microsoft's list usually do.",
  trap160:
    "Option 160 can have one value in a subnet. Cisco phones need /$PSN.xml at its end, Poly and AudioCodes phones don't: these lines tell them apart by MAC address.",
  pxe: 'All devices of this subnet get option 66. Computers that start from the network use it too: keep them out of this subnet.',
  adapters: (ports: number) =>
    `${plural(ports, 'row')} of the list ${ports === 1 ? 'has' : 'have'} a port, so ${ports === 1 ? 'it is' : 'they are'} of an analog adapter. Microsoft names no DHCP option for adapters: set their URL by hand. An adapter with a MAC prefix that is also a phone's here gets the phone's URL.`,
  byHand: (vendors: string) =>
    `Microsoft names no DHCP option for ${vendors}. Set the URL as the maker's guide says.`,
  notListed: (vendors: string) => `Microsoft's list of devices for SIP Gateway names none of ${vendors}.`,
  unknownMaker: (devices: number) =>
    `${plural(devices, 'device')} of the list ${devices === 1 ? 'is' : 'are'} of a maker that the app doesn't know by the MAC address. No rule is written for ${devices === 1 ? 'it' : 'them'}.`,
  probably: 'Makers are told by MAC address, so they are probable, not certain.',
  refusals: {
    'no-rules':
      "No lines: Microsoft names no DHCP option for these devices. Set the URL on each of them, as the maker's guide says.",
    'scope-missing': (name: string, example: string) => `Enter the ${name}, such as ${example}.`,
    'scope-invalid': (name: string, example: string) => `Enter the ${name} like ${example}.`,
    'scope-unused': 'The lines for this server hold for the whole server. Leave out the scope.',
    'two-values': (server: string, option: number, one: string, other: string) =>
      `No lines: ${one} phones need another value of option ${option} than ${other} phones, and ${server} cannot tell them apart by MAC address. Give each its own voice VLAN and scope, and write the lines for each alone.`,
  },
  sources: 'Configure SIP Gateway (Microsoft Learn) names the options and URLs.',
} as const
