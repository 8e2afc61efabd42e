/** What a text says as a hardware ID: the MAC address of a phone, or of an analog adapter (ATA) and its port. */
export type HardwareIdReading =
  | { readonly kind: 'device'; readonly canonical: string }
  /** Well formed, but no device has it. */
  | { readonly kind: 'reserved'; readonly canonical: string; readonly as: ReservedAs }
  /** A MAC address, and after it what is no port or is not written as one. */
  | { readonly kind: 'port-invalid'; readonly fix: string | undefined }
  /** A spreadsheet took it for a number. */
  | { readonly kind: 'mangled'; readonly fix: string | undefined }
  /** `digits`: how many hexadecimal digits it has; undefined where it has other characters too. */
  | { readonly kind: 'invalid'; readonly digits: number | undefined }

export type ReservedAs = 'zero' | 'broadcast' | 'multicast'

/**
 * Reads a hardware ID in either case, with dashes, colons, dots, blanks or nothing between groups of 2, 4 or
 * 6 digits. The canonical form is the service's: `00-04-F2-81-24-B3`, or `00-04-F2-81-24-B3:001` for a port
 * of three digits, from 001 on (Microsoft, "Configure SIP Gateway"). Blanks around it are not accepted.
 */
export function readHardwareId(text: string): HardwareIdReading {
  if (!macForm.test(text)) return readNumber(text)
  const written = text.slice(0, macLength(text))
  const rest = text.slice(written.length)
  const mac = writeMac(written)
  if (rest === '' || port.test(rest)) return deviceOrReserved(mac + rest)
  return portLike.test(rest)
    ? { kind: 'port-invalid', fix: withPort(mac, rest) }
    : { kind: 'invalid', digits: countDigits(text) }
}

/** Whether a text is the canonical hardware ID of a device: the quick answer for most cells. */
export const isCanonicalDevice = (text: string): boolean => canonicalDevice.test(text)

// All parts have fixed lengths, so that nothing here can backtrack far. The second digit is even: see
// reservedAs.
const canonicalDevice = /^(?!00-00-00-00-00-00)[0-9A-F][02468ACE](?:-[0-9A-F]{2}){5}(?::(?!000)[0-9]{3})?$/
const macForm =
  /^(?:[0-9a-f]{2}([-:. ]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}([-:. ])[0-9a-f]{4}\2[0-9a-f]{4}|[0-9a-f]{6}[-:. ][0-9a-f]{6})/i
const port = /^:(?!000)[0-9]{3}$/
const portLike = /^(?::|[-./ ][0-9]{1,3}$)/

/** How long the MAC address is that a text in one of its forms begins with. */
function macLength(text: string): number {
  if (separators.includes(text.charAt(2))) return 17
  if (separators.includes(text.charAt(4))) return 14
  return separators.includes(text.charAt(6)) ? 13 : 12
}

const separators = '-:. '

function writeMac(written: string): string {
  const upper = written.toUpperCase()
  if (upper.length === 17) return upper.replaceAll(upper.charAt(2), '-')
  const d = upper.replace(/[-:. ]/g, '')
  return `${d.slice(0, 2)}-${d.slice(2, 4)}-${d.slice(4, 6)}-${d.slice(6, 8)}-${d.slice(8, 10)}-${d.slice(10)}`
}

function deviceOrReserved(canonical: string): HardwareIdReading {
  const as = reservedAs(canonical)
  return as === undefined ? { kind: 'device', canonical } : { kind: 'reserved', canonical, as }
}

function reservedAs(canonical: string): ReservedAs | undefined {
  if (canonical.startsWith('00-00-00-00-00-00')) return 'zero'
  // The lowest bit of the first octet marks an address of a group of devices (IEEE 802).
  if ('02468ACE'.includes(canonical.charAt(1))) return undefined
  return canonical.startsWith('FF-FF-FF-FF-FF-FF') ? 'broadcast' : 'multicast'
}

/** The hardware ID with its port in three digits, where it is plain which one is meant. */
function withPort(mac: string, rest: string): string | undefined {
  const digits = /^[-:./ ] ?([0-9]{1,3})$/.exec(rest)?.[1]
  if (digits === undefined || Number(digits) === 0 || reservedAs(mac) !== undefined) return undefined
  return `${mac}:${digits.padStart(3, '0')}`
}

/**
 * `4.00E+11` is lost for good, and so is what shows `#NUM!` or `####`; a plain number has lost the zeros in front, and
 * those are known where it has most of its digits.
 */
function readNumber(text: string): HardwareIdReading {
  if (/^[0-9]{9,11}$/.test(text)) {
    const mac = writeMac(text.padStart(12, '0'))
    return { kind: 'mangled', fix: reservedAs(mac) === undefined ? mac : undefined }
  }
  if (/^[0-9]{1,20}(?:[.,][0-9]{0,20})?E[-+]?[0-9]{1,3}$/i.test(text)) {
    return { kind: 'mangled', fix: undefined }
  }
  if (/^(?:[0-9]{1,8}|#+|#(?:NUM!|VALUE!|REF!|N\/A|NAME\?|DIV\/0!|NULL!|ZAHL!|WERT!|NV))$/i.test(text))
    return { kind: 'mangled', fix: undefined }
  return { kind: 'invalid', digits: countDigits(text) }
}

function countDigits(text: string): number | undefined {
  // No hardware ID is nearly as long: what else it may be needs no count.
  if (text.length > 50 || !/^[-:. 0-9a-f]+$/i.test(text)) return undefined
  return text.replace(/[-:. ]/g, '').length
}
