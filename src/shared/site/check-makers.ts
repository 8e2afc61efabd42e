import { add, type FoundIssues } from '../phones/found-issues.ts'
import type { CheckedRow } from '../phones/phone-list.ts'
import { text } from '../text/index.ts'
import { vendorOf } from './vendor-of.ts'
import { hasNoAdapters, isOnMicrosoftsList } from './vendors.ts'

/**
 * Notes a device whose maker, as far as a MAC address tells, does not fit: a port of a maker without analog adapters, and a
 * maker that Microsoft's list does not name. Never more than a note: makers sell devices that others build.
 */
export function checkMaker({ row, hardwareId, status }: CheckedRow, found: FoundIssues): void {
  if (status === 'error') return
  const vendor = vendorOf(hardwareId)
  if (vendor === undefined) return
  const about = { severity: 'note', row, column: 'hardwareId', value: hardwareId } as const
  if (!isOnMicrosoftsList(vendor))
    add(found, () => {
      const message = text.site.makers.notListed(hardwareId, text.site.vendors[vendor])
      return { ...about, code: 'maker-not-listed', message }
    })
  else if (hardwareId.includes(':') && hasNoAdapters(vendor))
    add(found, () => {
      const message = text.site.makers.withoutAdapters(hardwareId, text.site.vendors[vendor])
      return { ...about, code: 'maker-without-adapters', message }
    })
}
