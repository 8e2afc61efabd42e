import type { Region } from '../../../../shared/gateway/region.ts'
import { typedRow } from '../../../../shared/phones/add-rows.ts'
import { checkPhones } from '../../../../shared/phones/check.ts'
import type { Issue } from '../../../../shared/phones/issue.ts'
import { scannedDevice } from '../../../../shared/phones/scanned-device.ts'
import type { Sheet } from '../../../../shared/phones/sheet.ts'

/** A phone that is being typed or scanned. */
export type TypedPhone = { readonly device: string; readonly account: string }

/**
 * The worst issue that the check would report for a field if the phone were in the list: a device that is in another row is
 * an error here, too.
 */
export function checkTyped(
  sheet: Sheet,
  region: Region | undefined,
  { device, account }: TypedPhone,
  field: keyof TypedPhone,
): Issue | undefined {
  const row = typedRow(sheet, account, scannedDevice(device))
  const { issues } = checkPhones({ ...sheet, rows: [...sheet.rows, row] }, region)
  const column = field === 'device' ? 'hardwareId' : 'username'
  const here = issues.filter((issue) => issue.row === row.row && issue.column === column)
  return (
    here.find(({ severity }) => severity === 'error') ?? here.find(({ severity }) => severity === 'warning')
  )
}
