import type { Region } from '../../../shared/gateway/region.ts'
import { isTenantId } from '../../../shared/gateway/tenant.ts'
import type { PhoneList } from '../../../shared/phones/phone-list.ts'
import { dhcpLines, scopeOf } from '../../../shared/site/dhcp/dhcp-lines.ts'
import { dhcpNotes, refusalWords } from '../../../shared/site/dhcp/dhcp-notes.ts'
import type { DhcpLines, DhcpServer } from '../../../shared/site/dhcp/dhcp-request.ts'
import { isIpv4 } from '../../../shared/site/dhcp/ipv4.ts'
import { type MakersOfList, makersOfList, rulesForVendors } from '../../../shared/site/dhcp/vendor-rules.ts'
import type { Vendor } from '../../../shared/site/vendors.ts'
import { text } from '../../../shared/text/index.ts'

/** The fields of the form for DHCP lines. */
export type DhcpForm = {
  readonly server: DhcpServer
  readonly region: Region
  /** Undefined while no tenant is known. */
  readonly tenantId: string | undefined
  readonly isSimulated: boolean
  readonly scope: string
  readonly ntp: string
  readonly utcOffset: number | undefined
  readonly vendors: readonly Vendor[] | undefined
  readonly allCiscoPrefixes: boolean
}

/** What is shown for it: lines or why there are none, and what has to be known. */
export type DhcpShown = {
  readonly vendors: readonly Vendor[]
  readonly makers: MakersOfList | undefined
  readonly written: DhcpLines | undefined
  readonly refusal: string | undefined
  /** Whether the lines may be copied: they have no placeholder. */
  readonly isWhole: boolean
  readonly notes: readonly string[]
}

// A tenant ID that stands where the placeholder goes.
const someTenant = '11111111-2222-3333-4444-555555555555'
const dhcp = text.site.dhcp
const words = text.window.site.dhcp

/** The lines of the form, by the makers of the open list or by those that were chosen. */
export function dhcpShown(form: DhcpForm, list: PhoneList | undefined): DhcpShown {
  const { server, region, tenantId, isSimulated, utcOffset } = form
  const isWhole = tenantId !== undefined && isTenantId(tenantId)
  const tenant = isWhole ? tenantId : someTenant
  const makers = list && makersOfList(list.rows)
  const vendors = form.vendors ?? (makers ? [...makers.prefixes.keys()] : [])
  const listed = makers?.prefixes ?? new Map<Vendor, readonly string[]>()
  const known = rulesForVendors({
    tenantId: tenant,
    region,
    vendors,
    listed,
    allCiscoPrefixes: form.allCiscoPrefixes,
  })
  const scope = form.scope.trim()
  const ntp = form.ntp.trim()
  const hasScope = scope !== '' && scopeOf(server) !== 'none'
  const result = dhcpLines(server, {
    rules: known.rules,
    heading: [dhcp.heading(region, tenant), ...(isSimulated ? [dhcp.simulatedHeading] : [])],
    ...(hasScope && { scope }),
    ...(isIpv4(ntp) && { ntp }),
    ...(utcOffset !== undefined && { utcOffset }),
  })
  const isNtpWrong = ntp !== '' && !isIpv4(ntp)
  const shown = result.ok && !isNtpWrong ? result.value : undefined
  return {
    vendors,
    makers,
    written: shown && !isWhole ? withPlaceholder(shown) : shown,
    refusal: isNtpWrong ? words.ntpWrong : result.ok ? undefined : refusalWords(server, result.failure),
    isWhole,
    notes: dhcpNotes(server, known, makers),
  }
}

function withPlaceholder({ lines, undo }: DhcpLines): DhcpLines {
  return { lines: lines.map((line) => line.replaceAll(someTenant, words.placeholder)), undo }
}
