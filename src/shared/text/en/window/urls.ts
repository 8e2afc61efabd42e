import { plural } from '../../plural.ts'

/** The page of provisioning URLs. */
export const urls = {
  title: 'Provisioning URLs',
  lead: 'Set the URL of your region and device by DHCP, or in the settings of the device.',
  tenantId: 'Tenant ID',
  copyTenantId: 'Copy the tenant ID',
  regions: 'Region of the devices',
  regionName: { NOAM: 'Americas', EMEA: 'Europe, Middle East and Africa', APAC: 'Asia Pacific' },
  regionTab: (region: string, name: string) => `${region} (${name})`,
  dhcpOption: (option: number) => `DHCP option ${option}`,
  copyUrl: (device: string) => `Copy the URL for ${device}`,
  urlOf: (device: string) => `URL for ${device}`,
  copyAll: (region: string) => `Copy all for ${region}`,
  allCopied: (urls: number, region: string) => `${plural(urls, 'URL')} for ${region}`,
  deadline:
    'A new device has to be signed in within 72 hours of its first contact, best between 1 and 70 hours after it.',
  moreAbout: 'Configure SIP Gateway (Microsoft Learn)',
} as const
