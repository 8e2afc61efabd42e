/** The terminal's words about the site: DHCP lines, and the check of the way to SIP Gateway. */
export const site = {
  options: {
    server: 'the DHCP server',
    scope:
      'Windows: scope ID; IOS: pool; MikroTik: network, such as 10.1.20.0/24; FortiGate: number of the server',
    ntp: 'the time server (option 42), an IPv4 address',
    utcOffset: 'seconds from UTC (option 2), such as -18000',
    vendors: 'makers, such as cisco,poly (default: those in the list)',
    allPrefixes: "use all of Cisco's MAC prefixes, more than 1,200, not those in the list",
    publicIp: 'the public IPv4 address of the site',
    ntpToAsk: "the site's time server (option 42), an IPv4 address (default: time.windows.com is asked)",
  },
  dhcpHelp: [
    'Only the lines go to stdout; notes about them go to stderr.',
    'Exit codes: 0 lines written, 2 no lines can be written (it says why) or the list is refused, 64 wrong usage.',
  ].join('\n'),
  siteHelp: [
    'It sends requests to Microsoft from this computer, never as a phone and never with a MAC address.',
    'With --tenant, --account or --simulate, it compares the public address with the trusted IP addresses of the tenant.',
    'Exit codes: 0 no problem found, 1 problems found, 4 nothing could be tested, 64 wrong usage.',
  ].join('\n'),
  notAServer: (servers: readonly string[]) => `It must be one of ${servers.join(', ')}.`,
  notIpv4: 'It must be an IPv4 address, such as 10.1.20.1.',
  notAnOffset: 'It must be a whole number of seconds from -43200 to 50400.',
  notVendors: (vendors: readonly string[]) => `They must be some of ${vendors.join(', ')}.`,
  noVendors: 'Name a phone list, or the makers with --vendors.',
  undo: (how: string) => `To undo it: ${how}`,
} as const
