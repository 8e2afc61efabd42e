import { type DevicePage, readDevicePage } from '../../src/core/inventory/read-devices.ts'
import { createDevices } from '../../src/core/simulator/devices.ts'
import { createOutcomes } from '../../src/core/simulator/outcomes.ts'
import type { DeviceReading } from '../../src/shared/inventory/device.ts'
import type { Answer, Request } from '../../src/shared/ipc.ts'
import { succeed } from '../../src/shared/result.ts'

/** What the inventory of a simulated tenant answers in which this share of the phones will fail. */
export function inventoryOf(
  failureShare: number,
): (request: Request<'inventory:read'>) => Answer<'inventory:read'> {
  const { problemOf } = createOutcomes(1, failureShare)
  const batches = { recent: () => [], age: () => 0 }
  return ({ hardwareIds }) => {
    const now = Date.now()
    const devices = createDevices({ seed: 1, now: () => now, batches, problemOf })
    devices.onboard(hardwareIds)
    const page = readDevicePage(devices.page(0, hardwareIds.length), now)
    return succeed({
      ...{ tenantId: 'of the session', at: new Date(now).toISOString(), seen: page?.count ?? 0 },
      devices: hardwareIds.map((id) => [id, readingOf(page, id)] as const),
    })
  }
}

function readingOf(page: DevicePage | undefined, id: string): DeviceReading {
  if (id.includes(':')) return { kind: 'unread', why: 'port' }
  const record = page?.records.find(({ addresses }) => addresses.includes(id))
  return record ? { kind: 'listed', device: record.device } : { kind: 'not-listed' }
}
