import { cleanCell } from './clean.ts'
import { isCanonicalDevice, readHardwareId } from './hardware-id.ts'

const words = 'port|line|fxs|leitung|anschluss|ligne|linea|linha|puerto|porta|poort|lijn'
const number = '(?!0+\\b)([0-9]{1,3})'
const portAlone = new RegExp(`^(?:${words})?[ #_-]*${number}$`, 'i')
const portBehind = new RegExp(`^(.{12,17}?)(?:[\\s:,;/_([-]*(?:${words})[\\s#_.:-]*|[#_])${number}\\)?$`, 'i')

/** `1`, `001` and `Line 1` are port 001; undefined where a cell is no port. */
export const portOf = (cell: string): string | undefined =>
  portAlone.exec(cleanCell(cell))?.[1]?.padStart(3, '0')

/** `00-90-8F-12-34-56 Port 1`, `00908F123456 (FXS 1)` and `00908F123456#1` as the service wants them. */
export function deviceWithPort(text: string): string | undefined {
  const [, mac = '', port = ''] = portBehind.exec(text) ?? []
  const reading = readHardwareId(mac)
  if (reading.kind !== 'device') return undefined
  const device = `${reading.canonical}:${port.padStart(3, '0')}`
  return isCanonicalDevice(device) ? device : undefined
}
