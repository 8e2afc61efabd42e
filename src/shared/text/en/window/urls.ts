import { plural } from '../../plural.ts'

/** The page of provisioning URLs. */
export const urls = {
  title: 'Provisioning URLs',
  lead: "Set the URL for your region and device by DHCP or in the device's settings.",
  tenantId: 'Tenant ID',
  copyTenantId: 'Copy the tenant ID',
  regionName: { NOAM: 'Americas', EMEA: 'Europe, Middle East and Africa', APAC: 'Asia Pacific' },
  regionTab: (region: string, name: string) => `${region} (${name})`,
  dhcpOption: (option: number) => `DHCP option ${option}`,
  ownRegion: 'Your default region',
  copyUrl: (device: string, region: string) => `Copy the URL for ${device} in ${region}`,
  urlOf: (device: string, region: string) => `URL for ${device} in ${region}`,
  copyAll: (region: string) => `Copy all for ${region}`,
  allCopied: (urls: number, region: string) => `${plural(urls, 'URL')} for ${region}`,
  copyEverything: 'Copy all regions',
  everythingCopied: (urls: number) => `${plural(urls, 'URL')} for all regions`,
  deadline: 'Sign in a new device within 72 hours of its first contact, ideally after 1 to 70 hours.',
  moreAbout: 'Configure SIP Gateway (Microsoft Learn)',
} as const
