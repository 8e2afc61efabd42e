import type { Result } from '../result.ts'
import { portsOf } from './adapters.ts'
import { addRows } from './add-rows.ts'
import type { Issue } from './issue.ts'
import type { Sheet } from './sheet.ts'

/**
 * Makes the device of a row an analog adapter with so many ports: the row gets port 1, the others get rows of their own
 * below all others, whose accounts are still to be entered. Undefined where the device is no MAC address alone.
 */
export function addPorts(sheet: Sheet, row: number, ports: number): Result<Sheet, Issue> | undefined {
  const place = sheet.rows.findIndex((one) => one.row === row)
  const adapter = sheet.rows[place]
  const [first, ...others] = (adapter && portsOf(adapter.hardwareId, ports)) ?? []
  if (!adapter || first === undefined) return undefined
  const { region } = adapter
  const rows = sheet.rows.with(place, { ...adapter, hardwareId: first })
  const more = others.map((hardwareId) => ({ row: 0, username: '', hardwareId, region }))
  return addRows({ ...sheet, rows }, { ...sheet, rows: more })
}
