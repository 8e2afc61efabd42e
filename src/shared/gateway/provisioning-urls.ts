import { text } from '../text/index.ts'
import { type Region, regions } from './region.ts'
import { isTenantId } from './tenant.ts'

/** The URLs to give to devices so that SIP Gateway provisions them for bulk sign-in, for one region. */
export type RegionUrls = { readonly region: Region; readonly devices: readonly DeviceUrl[] }

export type DeviceUrl = {
  readonly kind: DeviceKind
  readonly label: string
  readonly url: string
  /** The DHCP option that carries the URL; absent where none is documented. */
  readonly dhcpOption?: 66 | 160
  readonly note?: string
}

type DeviceKind = keyof typeof text.gateway.urls.devices

/**
 * All URLs of a tenant, by region and kind of device (Microsoft, "Configure SIP Gateway", sections "Set the
 * SIP Gateway provisioning server URL" and "Bulk sign in prerequisites").
 * Throws a RangeError on what isTenantId does not accept: such a URL would provision phones for nobody.
 */
export function provisioningUrls(tenantId: string): readonly RegionUrls[] {
  if (!isTenantId(tenantId)) throw new RangeError(`Not a tenant ID: ${JSON.stringify(tenantId)}`)
  return regions.map((region) => ({
    region,
    devices: devices.map(({ kind, suffix, ...rest }) => ({
      kind,
      label: text.gateway.urls.devices[kind],
      url: `${baseUrl(region)}/tenantid/${tenantId}${suffix}`,
      ...rest,
    })),
  }))
}

/** The same, `first` among the regions where one is named. */
export const regionUrls = (tenantId: string, first: Region | undefined): readonly RegionUrls[] =>
  provisioningUrls(tenantId).toSorted((a, b) => Number(b.region === first) - Number(a.region === first))

/** http on purpose: devices that were given https are not provisioned. */
function baseUrl(region: Region): string {
  return `http://${region.toLowerCase()}.ipp.sdg.teams.microsoft.com`
}

type Device = {
  readonly kind: DeviceKind
  readonly suffix: string
  readonly dhcpOption?: 66 | 160
  readonly note?: string
}

const { notes } = text.gateway.urls

const devices: readonly Device[] = [
  { kind: 'yealink-ale-phone', suffix: '', dhcpOption: 66 },
  { kind: 'audiocodes-phone', suffix: '', dhcpOption: 160 },
  { kind: 'poly-phone', suffix: '', dhcpOption: 160, note: notes.polyPhone },
  { kind: 'cisco-phone', suffix: '/$PSN.xml', dhcpOption: 160 },
  { kind: 'audiocodes-ata', suffix: '/mac.ini' },
  // The original PowerShell tool prints /$mac.cfg here; Microsoft's article is later and official.
  { kind: 'cisco-ata', suffix: '/mac.cfg', note: notes.ciscoAta },
  { kind: 'poly-ata', suffix: '/$mac.cfg' },
]
