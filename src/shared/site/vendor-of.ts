import type { Vendor } from './vendors.ts'
import { prefixTable } from './vendors-table.ts'

/**
 * Who probably made a device, by the first six digits of its MAC address: whom the IEEE has given that block.
 * It is not certain: makers sell devices that others build. `mac` is canonical (`00-04-F2-81-24-B3`, with a port or not).
 */
export function vendorOf(mac: string): Vendor | undefined {
  // A missing device is the beginning of every other.
  if (mac.length < 8) return undefined
  // Phones of a list mostly come from one maker: of 100,000 of them few begin otherwise than the one before.
  // A value shorter than a block, as in a row without a device, says nothing about the next one.
  if (last?.block.length !== 8 || !mac.startsWith(last.block)) {
    const block = mac.slice(0, 8)
    last = { block, vendor: holderOf(block) }
  }
  return last.vendor
}

let last: { readonly block: string; readonly vendor: Vendor | undefined } | undefined

/** The first six digits of a canonical hardware ID, which name who has the block: `0004F2`. */
export const prefixOf = (mac: string): string => mac.slice(0, 2) + mac.slice(3, 5) + mac.slice(6, 8)

/** All blocks of a maker: six upper-case digits each, in order. */
export const prefixesOf = (vendor: Vendor): readonly string[] => prefixTable[vendor].split(' ')

/**
 * The maker of a block, which is written as canonical hardware IDs begin. For a short list with few blocks, searching
 * the table for each is quicker: sorting the table takes a tenth of a short command at the terminal.
 */
function holderOf(block: string): Vendor | undefined {
  if (sought < fewBlocks) {
    sought++
    const prefix = prefixOf(block)
    return makers().find((vendor) => prefixTable[vendor].includes(prefix))
  }
  known ??= new Map(
    makers().flatMap((vendor) => prefixesOf(vendor).map((prefix) => [blockOf(prefix), vendor] as const)),
  )
  return known.get(block)
}

const fewBlocks = 20
let sought = 0
let known: ReadonlyMap<string, Vendor> | undefined

const makers = (): readonly Vendor[] => Object.keys(prefixTable) as readonly Vendor[]

const blockOf = (prefix: string): string => `${prefix.slice(0, 2)}-${prefix.slice(2, 4)}-${prefix.slice(4)}`
