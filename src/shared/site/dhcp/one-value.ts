import type { Vendor } from '../vendors.ts'
import type { VendorRule } from './dhcp-request.ts'

/** What one option has to be, and for whom. */
export type OptionValue = {
  readonly option: 66 | 160
  readonly url: string
  readonly vendors: readonly Vendor[]
}

/**
 * The values of the options for a server that cannot tell makers apart. An option that comes more than once cannot be
 * written for such a server: Cisco needs another option 160 than Poly.
 */
export function optionValues(rules: readonly VendorRule[]): readonly OptionValue[] {
  const values = new Map<string, OptionValue>()
  for (const { option, url, vendor } of rules) {
    const key = `${option} ${url}`
    const vendors = values.get(key)?.vendors ?? []
    values.set(key, { option, url, vendors: [...vendors, vendor] })
  }
  return [...values.values()]
}
