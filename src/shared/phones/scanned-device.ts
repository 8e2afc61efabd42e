/**
 * A device as a barcode scanner types it, without the label that many makers put into the code: `MAC:0004F28124B3`.
 * Anything else is left to the check.
 */
export const scannedDevice = (typed: string): string =>
  typed.trim().replace(/^MAC(?:[ -]?(?:ADDRESS|ADDR|ID))?[ .]*[:=#]?[ ]*(?=[0-9A-F]{2})/i, '')
