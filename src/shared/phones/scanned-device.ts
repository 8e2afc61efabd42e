import { repairHardwareId } from './repair-hardware-id.ts'

/**
 * A device as a barcode scanner types it, without what makers put around the address: `MAC:0004F28124B3`,
 * `SEP0004F28124B3`. Anything else is left to the check.
 */
export function scannedDevice(typed: string): string {
  const repair = repairHardwareId(typed.trim())
  return repair?.kind === 'wrapping' || repair?.kind === 'device-name' ? repair.fix : typed.trim()
}
