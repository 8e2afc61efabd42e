import type { SiteFile } from '../../../site/site-files.ts'

/** The names under which files about the site are saved. */
export const files: Readonly<Record<SiteFile, string>> = {
  windows: 'sip-gateway-dhcp.ps1',
  dhcpd: 'sip-gateway-dhcpd.conf',
  kea: 'sip-gateway-kea.conf',
  dnsmasq: 'sip-gateway-dnsmasq.conf',
  ios: 'sip-gateway-ios.txt',
  mikrotik: 'sip-gateway-mikrotik.rsc',
  fortigate: 'sip-gateway-fortigate.txt',
  'firewall-text': 'sip-gateway-firewall.txt',
  'firewall-csv': 'sip-gateway-firewall.csv',
  check: 'sip-gateway-site-check.txt',
}
