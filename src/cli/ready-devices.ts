import type { DeviceInventory } from '../core/inventory/device-inventory.ts'
import { deviceWords } from '../shared/inventory/device-words.ts'
import {
  byUrgency,
  type InventoryPhone,
  type JudgedDevice,
  judgeDevices,
} from '../shared/inventory/judge-device.ts'
import { text } from '../shared/text/index.ts'
import { moment } from '../shared/text/moment.ts'
import { harmless, print, tell } from './print.ts'

type Phone = InventoryPhone & { readonly row: number }

/** What the device inventory says of phones. */
export type Devices = {
  readonly at: string
  readonly seen: number
  /** In the order of the list. */
  readonly phones: readonly (Phone & { readonly judged: JudgedDevice })[]
}

export async function readDevices(
  inventory: DeviceInventory,
  phones: readonly Phone[],
  signal: AbortSignal,
): Promise<Devices> {
  const ids = phones.map(({ hardwareId }) => hardwareId)
  const answer = await inventory.read(ids, {
    signal,
    onPage: (seen) => {
      if (seen % 500 === 0) tell(text.cli.run.inventorySeen(seen))
    },
  })
  return { at: answer.at, seen: answer.seen, phones: judgeDevices(phones, answer, Date.now()) }
}

const mostShown = 10

/** Says how the inventory was read, and which phones' time is over first. */
export function printDevices({ at, seen, phones }: Devices): void {
  const words = text.readiness.inventory
  print(words.read(moment(at), seen))
  const inTime = byUrgency(phones).filter(({ judged }) => judged.finding.kind === 'in-time')
  if (inTime.length > 0) print(words.mostUrgent(Math.min(mostShown, inTime.length), inTime.length))
  for (const { row, username, judged } of inTime.slice(0, mostShown))
    print(text.readiness.row(row, harmless(username), harmless(deviceWords(judged, Date.now()))))
  print(words.experimental)
}
