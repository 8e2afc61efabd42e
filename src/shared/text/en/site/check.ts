import type { NetworkFailure } from '../../../site/check/observation.ts'
import type { SiteCheck } from '../../../site/check/site-result.ts'
import { duration } from '../../duration.ts'
import { count } from '../../plural.ts'
import { quoted } from '../../quoted.ts'

/** At most ten of them; a tenant may have hundreds. */
const someOf = (ranges: readonly string[]): string =>
  ranges.length > 10
    ? `${ranges.slice(0, 10).join(', ')} and ${count(ranges.length - 10)} more`
    : ranges.join(', ')

/** The check of the way from this site to SIP Gateway. It never says more than was seen. */
export const check = {
  seenFrom: (address: string | undefined, defaultGateway: string | undefined) => {
    if (address === undefined)
      return "Tested from this computer, not from the voice VLAN. For the best result, connect it to a phone's network port."
    const where = defaultGateway === undefined ? address : `${address}, default gateway ${defaultGateway}`
    return `Tested from this computer (${where}), not from the voice VLAN. For the best result, connect it to a phone's network port.`
  },
  title: (region: string, overall: string) => `SIP Gateway ${region}: ${overall}`,
  names: {
    ipv4: 'IPv4',
    nat64: 'NAT64',
    dns: 'SIP Gateway in DNS',
    proxy: "This computer's proxy",
    portal: 'Captive portal',
    http: 'HTTP to SIP Gateway',
    tls: 'TLS inspection',
    signalling: 'Signaling (TCP 5061)',
    time: 'Time',
    media: 'Voice (UDP 49152-53247)',
    'public-ip': 'Public address',
  } satisfies Record<SiteCheck, string>,
  outcomes: { clear: 'No problem found', wrong: 'Problem', untested: 'Not tested' },
  overall: {
    clear: 'No problem was found from this computer.',
    wrong: 'Problems were found.',
    untested: 'Nothing could be tested.',
  },
  parts: { did: 'Test', came: 'Result', means: 'Meaning', todo: 'To do' },
  did: {
    ipv4: () => 'Looked up the address that this computer uses to reach the internet.',
    nat64: () => 'Asked the DNS server for an IPv6 address of ipv4only.arpa.',
    dns: (host) => `Asked the DNS server for the IPv4 address of ${host}.`,
    proxy: (host) => `Looked up which proxy this computer uses for http://${host}/.`,
    portal: () => 'Fetched http://www.msftconnecttest.com/connecttest.txt without a proxy.',
    http: (host) => `Fetched http://${host}/ without a proxy, as this app and not as a phone.`,
    tls: () => 'Opened a TLS connection to teams.microsoft.com and checked who issued its certificate.',
    signalling: () => 'Opened a TCP connection and closed it again.',
    time: () => "Asked time.windows.com for the time and compared it with this computer's.",
    media: () => 'Nothing.',
    'public-ip': () => 'Nothing: no third party learns about this site.',
  } satisfies Record<SiteCheck, (host: string) => string>,
  failed: {
    'no-address': 'The name has no address of this kind.',
    'no-name-server': 'No DNS server answered.',
    refused: 'The connection was refused.',
    reset: 'The connection was cut.',
    unreachable: 'There was no route to the host.',
    'timed-out': 'There was no answer in time.',
    other: 'The attempt failed.',
  } satisfies Record<NetworkFailure, string>,
  untested: 'This says nothing about the phones.',
  offline: 'This computer has no network connection.',
  offlineMeans: "This couldn't be tested.",
  blockedTodo: 'Ask your firewall administrator to allow it for the phones. The rules are below.',
  ipv4: {
    none: 'None: this computer has IPv6 only.',
    noneMeans: "SIP Gateway supports IPv4 only. Phones on a network like this won't register.",
    noneTodo: 'Put the phones on a network with IPv4, such as a voice VLAN with its own DHCP scope.',
    some: (address: string) => `This computer uses ${address}.`,
    someMeans: 'This computer can use IPv4.',
  },
  nat64: {
    none: 'It has none.',
    noneMeans: "The network doesn't translate IPv6 to IPv4.",
    some: (addresses: readonly string[]) => `It has ${addresses.join(', ')}.`,
    someMeans:
      'The network translates IPv6 to IPv4 (NAT64). SIP Gateway supports IPv4 only: phones need native IPv4.',
  },
  dns: {
    none: "The DNS server says that this name doesn't exist.",
    noNames: "No internet name resolves from here, not even that of Microsoft's test page.",
    inside: (addresses: readonly string[]) =>
      `It answered ${addresses.join(', ')}, which no internet host has.`,
    filtered: "The DNS server filters names. Phones that use it won't find SIP Gateway.",
    todo: "Allow *.teams.microsoft.com in the DNS server's filter, or give the phones another DNS server by DHCP.",
    some: (addresses: readonly string[]) => `It answered ${addresses.join(', ')}.`,
    someMeans:
      'The name resolves. Its addresses change and are outside the ranges of Microsoft Teams: never use them in a rule.',
  },
  proxy: {
    none: 'None.',
    noneMeans: 'This computer connects directly, as phones must.',
    some: (proxy: string) => `${quoted(proxy)}`,
    someMeans: "Phones don't use a proxy. The checks below go without it, as phones do.",
    onlyWay: "SIP Gateway answers only through the proxy. Phones don't use a proxy, so they can't reach it.",
    todo: 'Let the phones bypass the proxy and any filter. Microsoft requires that their HTTP and HTTPS traffic bypasses proxies.',
  },
  portal: {
    asExpected: "Microsoft's test page came back.",
    asExpectedMeans: 'No captive portal blocks this computer.',
    other: (status: number) => `Something else came back (HTTP ${status}).`,
    otherMeans:
      "A captive portal (the network's own sign-in page) or a filter answered. Phones can't sign in to it.",
    todo: 'Move the phones to another network, or exempt their MAC addresses.',
    failedMeans: "HTTP doesn't get out from here without a proxy.",
  },
  http: {
    answered: (status: number) => `It answered (HTTP ${status}).`,
    answeredMeans:
      "HTTP reaches SIP Gateway from here. Any status counts, because its answer to this app isn't documented.",
    failedMeans: "HTTP doesn't reach SIP Gateway from here. Phones need it to get their configuration.",
    asksForSignIn: (status: number) => `HTTP ${status} came back: something in between asks for a sign-in.`,
    proxyHeader: (name: string) => `The answer has the header ${quoted(name)}, which a proxy adds.`,
    sentElsewhere: (where: string) => `It redirects the phone to ${quoted(where)}.`,
    loginPage: 'A page that asks for a password came back.',
    betweenMeans: 'A proxy, filter or captive portal is between here and SIP Gateway.',
  },
  tls: {
    issuedBy: (issuer: string) => `It's issued by ${quoted(issuer)}.`,
    publicMeans: "It's publicly trusted: TLS isn't inspected on the way from here.",
    problem: (issuer: string, problem: string) => `It's issued by ${quoted(issuer)}: ${problem}.`,
    problemMeans:
      "It isn't publicly trusted. A device on the way inspects TLS, and phones will refuse its certificate.",
    todo: 'Exclude *.teams.microsoft.com from TLS inspection for the phones.',
    failedMeans: "HTTPS doesn't get out from here without a proxy. Phones need it after their first request.",
  },
  signalling: {
    open: (host: string) => `Port 5061 of ${host} is open to this computer.`,
    closed: (host: string, why: string) => `Port 5061 of ${host}: ${why}`,
    openMeans: "TCP 5061 is open to this one address of the ranges. The others weren't tested.",
    closedMeans:
      'Phones register over TCP 5061. Firewall rules made only from the Microsoft 365 endpoint list lack it.',
    todo: 'Allow TCP 5061 from the phones to 52.112.0.0/14 and 52.122.0.0/15.',
  },
  time: {
    off: (ms: number) =>
      `This computer's clock is ${duration(Math.abs(Math.round(ms / 1000) * 1000))} ${ms < 0 ? 'behind' : 'ahead'}.`,
    nearMeans: 'The time server answers, and agrees with this computer.',
    offMeans:
      'One of the two is more than 5 minutes off. A phone whose clock is that far off refuses certificates.',
    todo: "Correct this computer's clock or the site's time server. Give the phones a time server with DHCP option 42.",
    askedOwn: (server: string) =>
      `Asked ${server}, the time server in DHCP option 42, for the time and compared it with this computer's.`,
    ownFailedMeans:
      "It didn't give this computer the time. A phone that gets none either keeps a wrong clock and refuses certificates.",
    ownTodo:
      "Check that this address is right, that it's a time server (NTP), and that the phones can reach it on UDP 123.",
    failedMeans:
      "Time servers on the internet may be blocked here. That doesn't matter if DHCP option 42 names an internal one.",
  },
  media: {
    came: 'Nothing answers there without a call.',
    means: "This can't be tested from here. Make a call, and check that both sides hear each other.",
    todo: 'Allow UDP 49152-53247 from the phones to 52.112.0.0/14 and 52.122.0.0/15.',
  },
  publicIp: {
    none: 'Not known.',
    given: (address: string) => `You entered ${address}.`,
    inside: (address: string) => `You entered ${address}, which isn't an internet address.`,
    insideMeans: 'Trusted IP addresses are the public ones that Microsoft sees.',
    insideTodo: "Enter the site's public address. Your provider or firewall administrator knows it.",
    means: 'No tenant was asked which addresses it trusts.',
    todo: 'Sign in and check again (in a terminal: --tenant or --account), or look for it in the Teams admin center (Locations, Network topology, Trusted IPs) or with Get-CsTenantTrustedIPAddress. A new one takes up to 24 hours to apply.',
    tenant: (name: string, isSimulated: boolean) => (isSimulated ? 'the simulated tenant' : quoted(name)),
    askedTenant: (tenant: string) =>
      `Asked ${tenant} which addresses it trusts. No third party learns about this site.`,
    unread: (why: string) => `The trusted IP addresses couldn't be read (${why}).`,
    listed: (ranges: readonly string[]) =>
      `The tenant trusts ${someOf(ranges)}. This site's address isn't known.`,
    onlyTrusted: 'Bulk sign-in works only for phones behind an address that the tenant trusts.',
    enter: "Enter the site's public address to compare it.",
    trusted: (address: string, range: string) => `You entered ${address}, which is within ${range}.`,
    trustedMeans: 'The tenant trusts this address. A new one can take 24 hours to take effect.',
    notTrusted: (address: string, ranges: readonly string[]) =>
      `You entered ${address}, which isn't among those the tenant trusts: ${someOf(ranges)}.`,
    notTrustedMeans: "Bulk sign-in fails for phones behind an address that the tenant doesn't trust.",
    noneTrusted: 'The tenant trusts no address.',
    add: "Add the site's public address in the Teams admin center (Locations, Network topology, Trusted IPs) or with New-CsTenantTrustedIPAddress. It can take 24 hours to take effect.",
  },
} as const
