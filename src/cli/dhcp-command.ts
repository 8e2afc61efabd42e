import type { Region } from '../shared/gateway/region.ts'
import { isTenantId } from '../shared/gateway/tenant.ts'
import { dhcpLines } from '../shared/site/dhcp/dhcp-lines.ts'
import { dhcpNotes, refusalWords } from '../shared/site/dhcp/dhcp-notes.ts'
import type { DhcpRequest, DhcpServer } from '../shared/site/dhcp/dhcp-request.ts'
import { type MakersOfList, makersOfList, rulesForVendors } from '../shared/site/dhcp/vendor-rules.ts'
import type { Vendor } from '../shared/site/vendors.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { type ListOptions, openList } from './list.ts'
import { harmless, print, tell } from './print.ts'

type DhcpOptions = ListOptions & {
  readonly server: DhcpServer
  readonly tenant: string
  readonly region: Region
  readonly scope?: string
  readonly ntp?: string
  readonly utcOffset?: number
  readonly vendors?: readonly Vendor[]
  readonly allPrefixes?: true
}

/** Prints the lines for a DHCP server, and nothing else, to stdout. Exit 2 where none can be written. */
export async function dhcpCommand(path: string | undefined, options: DhcpOptions): Promise<void> {
  const { server, tenant, region, scope, ntp, utcOffset } = options
  if (!isTenantId(tenant)) throw new Stop(exitCode.usage, text.cli.program.notATenantId(tenant))
  const makers = path === undefined ? undefined : await makersIn(path, region, options)
  const vendors = options.vendors ?? [...(makers?.prefixes.keys() ?? [])]
  if (options.vendors === undefined && makers === undefined)
    throw new Stop(exitCode.usage, text.cli.site.noVendors)
  const known = rulesForVendors({
    tenantId: tenant,
    region,
    vendors,
    listed: makers?.prefixes ?? new Map(),
    allCiscoPrefixes: options.allPrefixes ?? false,
  })
  const request: DhcpRequest = {
    rules: known.rules,
    heading: [text.site.dhcp.heading(region, tenant)],
    ...(scope !== undefined && { scope }),
    ...(ntp !== undefined && { ntp }),
    ...(utcOffset !== undefined && { utcOffset }),
  }
  const written = dhcpLines(server, request)
  if (!written.ok) {
    const isUsage = written.failure.kind.startsWith('scope')
    throw new Stop(isUsage ? exitCode.usage : exitCode.listRefused, refusalWords(server, written.failure))
  }
  for (const line of written.value.lines) print(line)
  for (const note of dhcpNotes(server, known, makers)) tell(note)
  tell(text.cli.site.undo(text.site.dhcp.undo[server]))
  for (const line of written.value.undo) tell(`  ${line}`)
}

/** What the list tells of its makers; stops where it is no list. Its rows with errors count for nothing. */
async function makersIn(path: string, region: Region, options: ListOptions): Promise<MakersOfList> {
  const list = await openList('dhcp', path, options)
  if (!list.ok) throw new Stop(exitCode.listRefused, harmless(list.failure.message))
  return makersOfList(list.value.rows.filter((row) => row.region === region))
}
