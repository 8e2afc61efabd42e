import { parseRegion, type Region, regions } from '../gateway/region.ts'
import { text } from '../text/index.ts'
import { addError, cleanedCell, type Remarks } from './remarks.ts'
import type { SheetRow } from './sheet.ts'

/** Checks the region cell of a row and answers it, or the selected region where the cell is blank. */
export function checkRegion(
  row: SheetRow,
  selected: Region | undefined,
  remarks: Remarks,
): Region | undefined {
  const typed = regions.find((region) => region === row.region)
  if (typed) return typed
  const value = cleanedCell(remarks, row, 'region')
  if (value === '') {
    if (!selected) {
      const message = text.check.regionMissing({ row: row.row })
      addError(remarks, row, 'region', { code: 'region-missing', message })
    }
    return selected
  }
  const region = parseRegion(value)
  if (!region) {
    const message = text.check.regionInvalid({ row: row.row, value })
    addError(remarks, row, 'region', { code: 'region-invalid', message })
  }
  return region
}
