import { provisioningUrls } from '../../gateway/provisioning-urls.ts'
import type { Region } from '../../gateway/region.ts'
import type { CheckedRow } from '../../phones/phone-list.ts'
import { prefixesOf, prefixOf, vendorOf } from '../vendor-of.ts'
import { type Vendor, vendors } from '../vendors.ts'
import type { VendorRule } from './dhcp-request.ts'

/** The makers of a list's devices. */
export type MakersOfList = {
  /** Devices by maker, in the order of `vendors`; those of an unknown one under `undefined`. */
  readonly counts: ReadonlyMap<Vendor | undefined, number>
  /** Prefixes of phones by maker, in the same order. A row with a port is an adapter, for which Microsoft names no option. */
  readonly prefixes: ReadonlyMap<Vendor, readonly string[]>
  /** Rows with a port: of adapters. */
  readonly ports: number
}

/** The makers of the devices of a list. Rows with errors do not count: their hardware ID may be another's. */
export function makersOfList(rows: readonly CheckedRow[]): MakersOfList {
  const counts = new Map<Vendor | undefined, number>()
  const prefixes = new Map<Vendor, Set<string>>()
  let ports = 0
  for (const { status, hardwareId } of rows) {
    if (status === 'error') continue
    const vendor = vendorOf(hardwareId)
    counts.set(vendor, (counts.get(vendor) ?? 0) + 1)
    if (hardwareId.includes(':')) ports++
    else if (vendor !== undefined)
      prefixes.set(vendor, (prefixes.get(vendor) ?? new Set()).add(prefixOf(hardwareId)))
  }
  const inOrder = [...vendors, undefined]
  return {
    counts: new Map([...counts].sort(([one], [other]) => inOrder.indexOf(one) - inOrder.indexOf(other))),
    prefixes: new Map(
      vendors.flatMap((vendor) => {
        const own = prefixes.get(vendor)
        return own === undefined ? [] : [[vendor, [...own].sort()] as const]
      }),
    ),
    ports,
  }
}

/** Makers by whether Microsoft names a DHCP option for their phones. */
export type RulesForVendors = {
  readonly rules: readonly VendorRule[]
  /** For those the URL is set on the device, as the maker's guide says. */
  readonly byHand: readonly Vendor[]
}

/**
 * The rules for makers: by the prefixes in the list, otherwise by those of the IEEE register. Cisco has more than a
 * thousand, for devices of all kinds, so they are used only with `allCiscoPrefixes`. A rule without prefixes is there
 * to be filled in.
 */
export function rulesForVendors(options: {
  readonly tenantId: string
  readonly region: Region
  readonly vendors: readonly Vendor[]
  readonly listed: ReadonlyMap<Vendor, readonly string[]>
  readonly allCiscoPrefixes: boolean
}): RulesForVendors {
  const { tenantId, region, listed, allCiscoPrefixes } = options
  const devices = provisioningUrls(tenantId).find((one) => one.region === region)?.devices ?? []
  const rules: VendorRule[] = []
  const byHand: Vendor[] = []
  for (const vendor of options.vendors) {
    const device = devices.find(({ kind }) => kind === phones[vendor])
    if (device?.dhcpOption === undefined) {
      byHand.push(vendor)
      continue
    }
    const prefixes = prefixesFor(vendor, listed.get(vendor), allCiscoPrefixes)
    rules.push({ vendor, option: device.dhcpOption, url: device.url, prefixes })
  }
  return { rules, byHand }
}

function prefixesFor(
  vendor: Vendor,
  listed: readonly string[] | undefined,
  allOfCisco: boolean,
): readonly string[] {
  if (vendor === 'cisco') return allOfCisco ? prefixesOf(vendor) : (listed ?? [])
  return listed ?? prefixesOf(vendor)
}

const phones: Partial<Readonly<Record<Vendor, string>>> = {
  cisco: 'cisco-phone',
  poly: 'poly-phone',
  audiocodes: 'audiocodes-phone',
  yealink: 'yealink-ale-phone',
  ale: 'yealink-ale-phone',
}
