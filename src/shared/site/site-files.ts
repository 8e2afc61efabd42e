import { dhcpServers } from './dhcp/dhcp-request.ts'

/** The files about a site that can be saved: the lines of a server, the firewall's rules, the results of the check. */
export const siteFiles = [...dhcpServers, 'firewall-text', 'firewall-csv', 'check'] as const

export type SiteFile = (typeof siteFiles)[number]
