import type { FoundIssues } from '../phones/found-issues.ts'
import type { CheckedRow } from '../phones/phone-list.ts'
import { text } from '../text/index.ts'
import { vendorOf } from './vendor-of.ts'
import { hasNoAdapters, isOnMicrosoftsList } from './vendors.ts'

/**
 * Notes devices whose maker, as far as a MAC address tells, does not fit: a port of a maker without analog adapters, and a
 * maker that Microsoft's list does not name. Never more than a note: makers sell devices that others build.
 */
export function checkMakers(rows: readonly CheckedRow[], found: FoundIssues): void {
  for (const { row, hardwareId, status } of rows) {
    if (status === 'error') continue
    const vendor = vendorOf(hardwareId)
    if (vendor === undefined) continue
    const maker = text.site.vendors[vendor]
    const about = { severity: 'note', row, column: 'hardwareId', value: hardwareId } as const
    if (!isOnMicrosoftsList(vendor)) {
      const message = text.site.makers.notListed(row, hardwareId, maker)
      found.issues.push({ ...about, code: 'maker-not-listed', message })
    } else if (hardwareId.includes(':') && hasNoAdapters(vendor)) {
      const message = text.site.makers.withoutAdapters(row, hardwareId, maker)
      found.issues.push({ ...about, code: 'maker-without-adapters', message })
    }
  }
}
