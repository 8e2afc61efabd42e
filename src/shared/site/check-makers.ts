import { add, type FoundIssues } from '../phones/found-issues.ts'
import type { CheckedRow } from '../phones/phone-list.ts'
import { text } from '../text/index.ts'
import { vendorOf } from './vendor-of.ts'
import { hasNoAdapters, isOnMicrosoftsList, type Vendor, vendorNames } from './vendors.ts'

/**
 * Adds a note to a device whose maker, by its MAC address, doesn't fit: a port of a maker without analog adapters, or a
 * maker that isn't on Microsoft's list. Never more than a note: makers sell devices that others build.
 */
export function checkMaker(checked: CheckedRow, found: FoundIssues): void {
  const { hardwareId, status } = checked
  if (status === 'error') return
  const vendor = vendorOf(hardwareId)
  if (vendor === undefined) return
  if (!isOnMicrosoftsList(vendor)) addNotListed(checked, vendor, found)
  else if (hardwareId.includes(':') && hasNoAdapters(vendor)) addWithoutAdapters(checked, vendor, found)
}

function addNotListed({ row, hardwareId }: CheckedRow, vendor: Vendor, found: FoundIssues): void {
  add(found, () => ({
    ...{ severity: 'note', row, column: 'hardwareId', value: hardwareId, code: 'maker-not-listed' },
    message: text.site.makers.notListed(hardwareId, vendorNames[vendor]),
  }))
}

function addWithoutAdapters({ row, hardwareId }: CheckedRow, vendor: Vendor, found: FoundIssues): void {
  add(found, () => ({
    ...{ severity: 'note', row, column: 'hardwareId', value: hardwareId, code: 'maker-without-adapters' },
    message: text.site.makers.withoutAdapters(hardwareId, vendorNames[vendor]),
  }))
}
