import type { Region } from '../gateway/region.ts'
import { checkAccounts, checkDevices } from './check-across.ts'
import { checkHardwareId } from './check-hardware-id.ts'
import { checkRegion } from './check-region.ts'
import { checkUsername } from './check-username.ts'
import { inFileOrder } from './finding-order.ts'
import type { CheckedRow, PhoneList } from './phone-list.ts'
import type { Remarks } from './remarks.ts'
import type { Sheet } from './sheet.ts'

/**
 * Checks every row of a sheet, by itself and against the others. `selected` is the region of the rows that
 * name none; without it such a row's region stays undefined. Every row is in the answer, those with errors
 * too. Pure, and quick enough to run at every key press while a cell is mended.
 */
export function checkPhones(sheet: Sheet, selected: Region | undefined): PhoneList {
  const remarks: Remarks = { findings: [...sheet.findings], errors: 0 }
  const rows: CheckedRow[] = []
  const devices: (string | undefined)[] = []
  for (const row of sheet.rows) {
    const errors = remarks.errors
    const hardwareId = checkHardwareId(row, remarks)
    devices.push(remarks.errors === errors ? hardwareId : undefined)
    const username = checkUsername(row, remarks)
    const region = sheet.hasRegionColumn ? checkRegion(row, selected, remarks) : selected
    const status = remarks.errors === errors ? 'ready' : 'error'
    rows.push({ row: row.row, username, hardwareId, region, status })
  }
  checkDevices(sheet, devices, rows, remarks)
  checkAccounts(sheet, rows, remarks)
  return { name: sheet.name, rows, findings: remarks.findings.sort(inFileOrder) }
}
