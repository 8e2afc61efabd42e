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
      return "Seen from this computer, not from the voice VLAN. Connect it to a phone's own network port for the best answer."
    const where = defaultGateway === undefined ? address : `${address}, default gateway ${defaultGateway}`
    return `Seen from this computer (${where}), not from the voice VLAN. Connect it to a phone's own network port for the best answer.`
  },
  title: (region: string, overall: string) => `SIP Gateway ${region}: ${overall}`,
  names: {
    ipv4: 'IPv4',
    nat64: 'NAT64',
    dns: 'Name of SIP Gateway',
    proxy: 'Proxy of this computer',
    portal: 'Sign-in page of the network',
    http: 'HTTP to SIP Gateway',
    tls: 'TLS inspection',
    signalling: 'Signalling (TCP 5061)',
    time: 'Time',
    media: 'Voice (UDP 49152-53247)',
    'public-ip': 'Public address',
  } satisfies Record<SiteCheck, string>,
  outcomes: { clear: 'Nothing wrong found', wrong: 'Wrong', untested: 'Could not be tested' },
  overall: {
    clear: 'Nothing wrong was found from this computer.',
    wrong: 'Something is wrong.',
    untested: 'Nothing could be tested.',
  },
  parts: { did: 'Done', came: 'Came', means: 'Means', todo: 'To do' },
  did: {
    ipv4: () => 'Looked for the address by which this computer reaches the internet.',
    nat64: () => 'Asked the name server for an IPv6 address of ipv4only.arpa.',
    dns: (host) => `Asked the name server for the IPv4 address of ${host}.`,
    proxy: (host) => `Looked up which proxy this computer uses for http://${host}/.`,
    portal: () => 'Fetched http://www.msftconnecttest.com/connecttest.txt without a proxy.',
    http: (host) => `Fetched http://${host}/ without a proxy, as this app and not as a phone.`,
    tls: () => 'Opened a TLS connection to teams.microsoft.com and looked who vouches for the certificate.',
    signalling: () => 'Opened a TCP connection and closed it again.',
    time: () => "Asked time.windows.com for the time and compared it with this computer's.",
    media: () => 'Nothing.',
    'public-ip': () => 'Nothing was asked: no third party learns of this site.',
  } satisfies Record<SiteCheck, (host: string) => string>,
  failed: {
    'no-address': 'The name has no such address.',
    'no-name-server': 'No name server answered.',
    refused: 'The connection was refused.',
    reset: 'The connection was cut.',
    unreachable: 'There was no way to the host.',
    'timed-out': 'No answer came in time.',
    other: 'The attempt failed.',
  } satisfies Record<NetworkFailure, string>,
  untested: 'This says nothing about the phones.',
  offline: 'This computer has no network connection.',
  offlineMeans: 'It could not be tested.',
  blockedTodo: 'Ask the firewall people to allow it for the phones: the rules are below.',
  ipv4: {
    none: 'There is none: this computer is connected by IPv6 alone.',
    noneMeans: 'SIP Gateway supports IPv4 only. Phones in such a network will not register.',
    noneTodo: 'Give the phones a network with IPv4 (a voice VLAN with its own DHCP scope).',
    some: (address: string) => `This computer uses ${address}.`,
    someMeans: 'There is a way by IPv4 here.',
  },
  nat64: {
    none: 'There is none.',
    noneMeans: 'The network does not translate IPv6 to IPv4.',
    some: (addresses: readonly string[]) => `It has one: ${addresses.join(', ')}.`,
    someMeans:
      'The network translates IPv6 to IPv4 (NAT64). SIP Gateway supports IPv4 only: phones need real IPv4.',
  },
  dns: {
    none: 'The name server says that there is no such name.',
    noNames: "No names of the internet can be found from here, not even that of Microsoft's test page.",
    inside: (addresses: readonly string[]) =>
      `It answered ${addresses.join(', ')}, which no host on the internet has.`,
    filtered: 'A filter stands in the name server. Phones that use it will not find SIP Gateway.',
    todo: "Have *.teams.microsoft.com allowed in the name server's filter, or give the phones another name server by DHCP.",
    some: (addresses: readonly string[]) => `It answered ${addresses.join(', ')}.`,
    someMeans:
      'The name resolves. The addresses change and are not within the ranges of Microsoft Teams: never put them into a rule.',
  },
  proxy: {
    none: 'None.',
    noneMeans: 'This computer goes directly, as phones must.',
    some: (proxy: string) => `${quoted(proxy)}`,
    someMeans: 'Phones use no proxy. The checks below go without it, as phones do.',
    onlyWay:
      'SIP Gateway answers through the proxy, and not without it. Phones use no proxy: they have no way.',
    todo: 'Let the phones go past the proxy and any filter: Microsoft requires that their HTTP and HTTPS traffic bypasses proxies.',
  },
  portal: {
    asExpected: 'What Microsoft puts there came.',
    asExpectedMeans: 'No sign-in page blocks this computer.',
    other: (status: number) => `Something else came (HTTP ${status}).`,
    otherMeans:
      'A sign-in page of the network (captive portal) or a filter answers. Phones cannot sign in to it.',
    todo: 'Take the phones out of it: another network, or an exception for their MAC addresses.',
    failedMeans: 'HTTP does not get out from here without a proxy.',
  },
  http: {
    answered: (status: number) => `It answered (HTTP ${status}).`,
    answeredMeans:
      'HTTP reaches SIP Gateway from here. Any status counts: what it answers to this app is not documented.',
    failedMeans: 'HTTP does not reach SIP Gateway from here. Phones get their configuration that way.',
    asksForSignIn: (status: number) => `HTTP ${status} came: something in between asks for a sign-in.`,
    proxyHeader: (name: string) => `The answer has the header ${quoted(name)}, which a proxy adds.`,
    sentElsewhere: (where: string) => `It sends the phone to ${quoted(where)}.`,
    loginPage: 'A page that asks for a password came.',
    betweenMeans: 'A proxy, a filter or a sign-in page stands between here and SIP Gateway.',
  },
  tls: {
    issuedBy: (issuer: string) => `It is issued by ${quoted(issuer)}.`,
    publicMeans: 'A public authority vouches for it: TLS is not opened on the way from here.',
    problem: (issuer: string, problem: string) => `It is issued by ${quoted(issuer)}: ${problem}.`,
    problemMeans:
      'No public authority vouches for it. A device on the way opens TLS connections, and phones will refuse its certificate.',
    todo: 'Have *.teams.microsoft.com excluded from TLS inspection for the phones.',
    failedMeans:
      'HTTPS does not get out from here without a proxy. Phones need it after their first request.',
  },
  signalling: {
    open: (host: string) => `Port 5061 of ${host} is open to this computer.`,
    closed: (host: string, why: string) => `Port 5061 of ${host}: ${why}`,
    openMeans: 'TCP 5061 is open to this address of the ranges, and no more is known.',
    closedMeans:
      "Phones register over TCP 5061. A firewall built from Microsoft 365's list of endpoints alone lacks it.",
    todo: 'Have TCP 5061 allowed from the phones to 52.112.0.0/14 and 52.122.0.0/15.',
  },
  time: {
    off: (ms: number) =>
      `This computer's clock is ${duration(Math.abs(Math.round(ms / 1000) * 1000))} ${ms < 0 ? 'behind' : 'ahead'}.`,
    nearMeans: 'The time server answers, and agrees with this computer.',
    offMeans:
      'One of the two is more than 5 minutes off. A phone whose clock is that far off refuses certificates.',
    todo: 'Set the clock of this computer, or the time server of the site. Give phones a time server by DHCP option 42.',
    askedOwn: (server: string) =>
      `Asked ${server}, the time server of DHCP option 42, for the time and compared it with this computer's.`,
    ownFailedMeans:
      'It gave this computer no time. A phone that gets none either keeps a wrong clock, and then refuses certificates.',
    ownTodo:
      'Check that this address is right, that it is a time server (NTP), and that UDP 123 is open to it from the phones.',
    failedMeans:
      'Time servers on the internet may be blocked here. That does not matter if DHCP option 42 names one inside.',
  },
  media: {
    came: 'Nothing answers there without a call.',
    means: 'It cannot be tested from here. A call with sound in both directions is the test.',
    todo: 'Have UDP 49152-53247 allowed from the phones to 52.112.0.0/14 and 52.122.0.0/15.',
  },
  publicIp: {
    none: 'Not known.',
    given: (address: string) => `You entered ${address}.`,
    inside: (address: string) => `You entered ${address}, which is an address inside a network.`,
    insideMeans: 'Trusted IP addresses are those that Microsoft sees.',
    insideTodo:
      "Enter the address that the site's router has on the internet: your provider or the firewall people know it.",
    means: 'No tenant was asked which addresses it trusts.',
    todo: 'Sign in and check again (in a terminal: --tenant or --account), or compare it with the list in the Teams admin center (Locations, Network topology, Trusted IPs) or with Get-CsTenantTrustedIPAddress. A new one can take 24 hours.',
    tenant: (name: string, isSimulated: boolean) => (isSimulated ? 'the simulated tenant' : quoted(name)),
    askedTenant: (tenant: string) =>
      `Asked ${tenant} which addresses it trusts. No third party learns of this site.`,
    unread: (why: string) => `The trusted IP addresses could not be read (${why}).`,
    listed: (ranges: readonly string[]) =>
      `The tenant trusts ${someOf(ranges)}. The address of this site is not known.`,
    onlyTrusted: 'Bulk sign-in works only for phones behind an address that the tenant trusts.',
    enter: 'Enter the public address of the site to have it compared.',
    trusted: (address: string, range: string) => `You entered ${address}, which is within ${range}.`,
    trustedMeans: 'The tenant trusts this address. One that was added lately can take 24 hours to count.',
    notTrusted: (address: string, ranges: readonly string[]) =>
      `You entered ${address}, which is not among those the tenant trusts: ${someOf(ranges)}.`,
    notTrustedMeans: 'Bulk sign-in fails for phones behind an address that the tenant does not trust.',
    noneTrusted: 'The tenant trusts no address.',
    add: 'Add the public address of the site in the Teams admin center (Locations, Network topology, Trusted IPs) or with New-CsTenantTrustedIPAddress. It can take 24 hours to count.',
  },
} as const
