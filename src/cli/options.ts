import { InvalidArgumentError, Option } from 'commander'
import { isClientId } from '../shared/auth/client-id.ts'
import { isTenantName } from '../shared/auth/tenant-name.ts'
import { isBatchSize, maxPhonesPerBatch, smallestBatchSize } from '../shared/gateway/limits.ts'
import { parseRegion, type Region, regions } from '../shared/gateway/region.ts'
import { type ColumnRole, columnRoles } from '../shared/phones/layout.ts'
import { dhcpServers } from '../shared/site/dhcp/dhcp-request.ts'
import { isIpv4 } from '../shared/site/dhcp/ipv4.ts'
import { parseVendor, type Vendor, vendors } from '../shared/site/vendors.ts'
import { text } from '../shared/text/index.ts'
import { defaultDataDirectory } from './data-directory.ts'

const site = text.cli.site
const { options } = text.cli.program

// Options that check what they are given; each call makes a new one.

export const region = (): Option =>
  new Option('--region <region>', options.region).argParser((value): Region => {
    const known = parseRegion(value)
    if (!known) throw new InvalidArgumentError(text.cli.program.notARegion(regions))
    return known
  })

/** Which column of the list is what: `Username=UPN,HardwareId=MAC address`. */
export const columns = (): Option =>
  new Option('--columns <roles>', options.columns).argParser((value): ReadonlyMap<ColumnRole, string> => {
    const named = readColumns(value)
    if (!named) throw new InvalidArgumentError(text.cli.program.notColumns)
    return named
  })

/** Reads `Role=heading` for several roles; a heading may have commas and signs of equality in it. */
function readColumns(value: string): ReadonlyMap<ColumnRole, string> | undefined {
  const starts = [...value.matchAll(/(?:^|,)\s*(username|hardware ?id|port|region)\s*=/gi)]
  const named = new Map<ColumnRole, string>()
  for (const [at, start] of starts.entries()) {
    const role = columnRoles.find((one) => one.toLowerCase() === start[1]?.replace(' ', '').toLowerCase())
    const heading = value.slice(start.index + start[0].length, starts[at + 1]?.index).trim()
    if (!role || heading === '' || named.has(role)) return undefined
    named.set(role, heading)
  }
  return starts[0]?.index === 0 && named.has('username') && named.has('hardwareId') ? named : undefined
}

export const sheet = (): Option => new Option('--sheet <name>', options.sheet).argParser(notEmpty)

export const number = (flags: string, description: string, least: number, most: number): Option =>
  new Option(flags, description).argParser((value): number => {
    const parsed = value.trim() === '' ? Number.NaN : Number(value)
    // Written this way, NaN does not pass.
    if (!(parsed >= least && parsed <= most))
      throw new InvalidArgumentError(text.cli.program.notANumber(least, most))
    return parsed
  })

export const batchSize = (): Option =>
  new Option('--batch-size <n>', options.batchSize).argParser((value): number => {
    const size = /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN
    if (!isBatchSize(size))
      throw new InvalidArgumentError(text.cli.program.notANumber(smallestBatchSize, maxPhonesPerBatch))
    return size
  })

/** Which batches, as people number them. */
export const batches = (): Option =>
  new Option('--batch <n>', options.batch).argParser((value, before: readonly number[] = []) => {
    if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError(text.cli.program.notANumber(1, 999_999))
    return [...before, Number(value)]
  })

/** Which rows of a list, as a spreadsheet numbers them: `2-6,9`. */
export const rows = (): Option =>
  new Option('--rows <rows>', options.rows).argParser((value): readonly RowRange[] => {
    const ranges = value.split(',').map(readRange)
    const read = ranges.filter((range) => range !== undefined)
    if (read.length < ranges.length) throw new InvalidArgumentError(text.cli.program.notRows)
    return read
  })

/** From one row to another, both of them among it. */
export type RowRange = { readonly first: number; readonly last: number }

function readRange(words: string): RowRange | undefined {
  const [, from, to = from] = /^\s*(\d{1,8})\s*(?:-\s*(\d{1,8})\s*)?$/.exec(words) ?? []
  const [first, last] = [Number(from), Number(to)]
  return first >= 1 && last >= first ? { first, last } : undefined
}

export function dataDirectory(): Option {
  const folder = defaultDataDirectory()
  const option = new Option('--data-dir <folder>', options.dataDirectory).argParser(notEmpty)
  return folder === undefined ? option.makeOptionMandatory() : option.default(folder)
}

/** Where the results go, once a run has ended: what is wrong with it is better known before. */
export const exportFile = (): Option => new Option('--export <file>', options.export).argParser(notEmpty)

/** Where the report goes. */
export const htmlFile = (): Option => new Option('--html <file>', options.html).argParser(notEmpty)

/** What a script has in a variable that was never set would be the folder it happens to run in. */
function notEmpty(value: string): string {
  if (value === '') throw new InvalidArgumentError(text.cli.program.notEmpty)
  return value
}

export const tenantName = (description: string): Option =>
  new Option('--tenant <id-or-domain>', description).argParser((value): string => {
    if (!isTenantName(value)) throw new InvalidArgumentError(text.cli.program.notATenant)
    return value
  })

export const clientId = (): Option =>
  new Option('--client-id <guid>', options.clientId).argParser((value): string => {
    if (!isClientId(value)) throw new InvalidArgumentError(text.cli.program.notAClientId)
    return value
  })

/** A stand-in of Microsoft's sign-in, for tests; see checkStandIns. */
export const authority = (): Option => new Option('--authority <url>').hideHelp()

export const dhcpServer = (): Option =>
  new Option('--server <server>', site.options.server)
    .argParser((value) => {
      const known = dhcpServers.find((server) => server === value.trim().toLowerCase())
      if (!known) throw new InvalidArgumentError(site.notAServer(dhcpServers))
      return known
    })
    .makeOptionMandatory()

export const ipv4 = (flags: string, description: string): Option =>
  new Option(flags, description).argParser((value): string => {
    if (!isIpv4(value)) throw new InvalidArgumentError(site.notIpv4)
    return value
  })

/** From UTC-12 to UTC+14, as the world has them. */
export const utcOffset = (): Option =>
  new Option('--utc-offset <seconds>', site.options.utcOffset).argParser((value): number => {
    const seconds = /^[+-]?\d{1,5}$/.test(value) ? Number(value) : Number.NaN
    if (!(seconds >= -43_200 && seconds <= 50_400)) throw new InvalidArgumentError(site.notAnOffset)
    return seconds
  })

export const makers = (): Option =>
  new Option('--vendors <names>', site.options.vendors).argParser((value): readonly Vendor[] => {
    const known = value.split(',').map(parseVendor)
    if (known.includes(undefined)) throw new InvalidArgumentError(site.notVendors(vendors))
    return vendors.filter((vendor) => known.includes(vendor))
  })
