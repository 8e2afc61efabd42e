import { readHardwareId } from './hardware-id.ts'

/** An analog adapter (ATA) that SIP Gateway supports, and how many of its ports can be used. */
export type Adapter = { readonly model: string; readonly ports: number; readonly usable: number }

/** Adapters with ports that cannot be used, and others of their kind (Microsoft, "Plan for SIP Gateway", July 2024). */
export const adapters: readonly Adapter[] = [
  { model: 'AudioCodes MP-112', ports: 2, usable: 2 },
  { model: 'AudioCodes MP-114', ports: 4, usable: 3 },
  { model: 'AudioCodes MP-118', ports: 8, usable: 6 },
  { model: 'AudioCodes MP-124', ports: 24, usable: 18 },
  { model: 'Cisco ATA 191', ports: 2, usable: 2 },
  { model: 'Cisco ATA 192', ports: 2, usable: 2 },
]

/** The most ports that an adapter can have: they are numbered in three digits. */
export const mostPorts = 999

/** The hardware IDs of an adapter's ports 1 to `ports`; undefined where the text is no MAC address, or has a port already. */
export function portsOf(hardwareId: string, ports: number): readonly string[] | undefined {
  const reading = readHardwareId(hardwareId)
  if (reading.kind !== 'device' || reading.canonical.includes(':')) return undefined
  return Array.from(
    { length: Math.max(0, Math.min(ports, mostPorts)) },
    (_, at) => `${reading.canonical}:${String(at + 1).padStart(3, '0')}`,
  )
}
