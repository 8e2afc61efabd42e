import type { Result } from '../result.ts'
import { portsOf } from './adapters.ts'
import { addRows } from './add-rows.ts'
import type { Issue } from './issue.ts'
import type { Sheet } from './sheet.ts'

/**
 * Makes the device of a row an analog adapter with this many ports. The row gets port 1; the other ports get new rows
 * at the end, whose accounts are still to be entered. Undefined if the device isn't a MAC address alone.
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
