import type { Region } from '../../gateway/region.ts'

/** The only hosts that a check of the site asks anything of. */
export const siteHosts = {
  gateway: (region: Region) => `${region.toLowerCase()}.ipp.sdg.teams.microsoft.com`,
  /** Its name has an IPv6 address only where NAT64 is in use (RFC 7050). */
  nat64: 'ipv4only.arpa',
  /** What Windows itself asks for to find a sign-in page of the network. */
  portal: 'www.msftconnecttest.com',
  portalPath: '/connecttest.txt',
  portalBody: 'Microsoft Connect Test',
  tls: 'teams.microsoft.com',
  /** Documented for Direct Routing, in the same ranges as SIP Gateway's signalling. For NOAM a host of its own was seen. */
  signalling: (region: Region): readonly string[] =>
    region === 'NOAM'
      ? ['sip.pstnhub.microsoft.com', 'obsbc-usea.sdg.teams.microsoft.com']
      : ['sip.pstnhub.microsoft.com'],
  time: 'time.windows.com',
} as const

export const signallingPort = 5061

/** Not one that a host on the internet has: RFC 1918, RFC 6598, RFC 5735. */
export const isPrivateIpv4 = (address: string): boolean =>
  /^(?:0|10|127)\.|^192\.168\.|^169\.254\.|^172\.(?:1[6-9]|2\d|3[01])\.|^100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./.test(
    address,
  )
