import { readHardwareId } from './hardware-id.ts'
import type { FixKind } from './issue.ts'
import { type Lookalike, withoutLetters, withoutLookalikes } from './lookalikes.ts'
import { deviceWithPort } from './port-number.ts'

/** What others make of a MAC address, of which it is plain which one was meant. */
export type HardwareIdRepair = {
  /** Canonical. */
  readonly fix: string
  readonly kind: FixKind
  /** The first character that only looks like the one that is meant. */
  readonly lookalike?: Lookalike
}

/**
 * Finds the MAC address in a text that is none as it stands: `SEP0004F28124B1` (Cisco's name of a device), `01:00:04:…`
 * (a DHCP client identifier, which begins with the type of the hardware: RFC 2132, 9.14), octets without their zeros,
 * brackets, `MAC:`, `.cfg`, other separators, a port in words, characters that only look right, numbers of a spreadsheet.
 * Undefined where none is in it, or where it is not plain which one.
 */
export function repairHardwareId(text: string): HardwareIdRepair | undefined {
  if (text.length < 9 || text.length > 60) return undefined
  const foreign = withoutLookalikes(text)
  const plain = foreign?.text ?? text
  const direct = foreign && deviceOf(plain)
  if (direct) return { fix: direct, kind: 'lookalike', lookalike: foreign.first }
  const found = repairPlain(plain)
  if (found) return foreign ? { ...found, lookalike: foreign.first } : found
  const letters = withoutLetters(plain)
  if (!letters) return undefined
  const fix = deviceOf(letters.text) ?? repairPlain(letters.text)?.fix
  return fix === undefined
    ? undefined
    : { fix, kind: 'lookalike', lookalike: foreign?.first ?? letters.first }
}

/** The device that is meant by a text that is none as it stands; undefined where that is not plain, or no device has it. */
export function meantDevice(text: string): string | undefined {
  const reading = readHardwareId(text)
  if (reading.kind === 'device' || reading.kind === 'reserved') return undefined
  return (reading.kind === 'invalid' ? undefined : reading.fix) ?? repairHardwareId(text)?.fix
}

function repairPlain(text: string): Omit<HardwareIdRepair, 'lookalike'> | undefined {
  const number = fromNumber(text)
  if (number !== undefined) return { fix: number, kind: 'number' }
  const name = fromDeviceName(text.replace(configFile, ''))
  if (name !== undefined) return { fix: name, kind: 'device-name' }
  const bare = withoutWrapping(text)
  const kind = bare === text ? undefined : 'wrapping'
  const asItIs = kind && deviceOf(bare)
  if (asItIs) return { fix: asItIs, kind: 'wrapping' }
  const ported = deviceWithPort(bare)
  if (ported !== undefined) return { fix: ported, kind: 'port' }
  const identified = fromClientIdentifier(bare)
  if (identified !== undefined) return { fix: identified, kind: 'client-identifier' }
  const padded = withZeros(bare)
  if (padded !== undefined) return { fix: padded, kind: 'octets' }
  const joined = withoutSeparators(bare)
  return joined === undefined ? undefined : { fix: joined, kind: kind ?? 'separators' }
}

/** The device that a text is, or is but for the three digits of its port. */
function deviceOf(text: string): string | undefined {
  const reading = readHardwareId(text)
  if (reading.kind === 'device') return reading.canonical
  return reading.kind === 'port-invalid' ? reading.fix : undefined
}

/** Cisco names a phone SEP and its address. Of `ATA` and an address no source says which port it is: that is no fix. */
function fromDeviceName(text: string): string | undefined {
  const address = /^SEP[-_]?([0-9a-f]{12})$/i.exec(text)?.[1]
  return address === undefined ? undefined : deviceOf(address)
}

/** The files that phones load are named after them. */
const configFile = /(?:\.cnf\.xml|\.cfg|\.xml|\.txt|\.boot)$/i

const label =
  /^(?:(?:ethernet|lan|phone|device|wired)[ _-]?)?(?:mac|hwaddr|hw)(?:[ _-]?(?:id|addr(?:ess|esse|\.)?|adresse))?\s*[:=#]?\s*/i

/** Without a label, brackets, marks and the end of a file's name around it. */
function withoutWrapping(text: string): string {
  return text
    .replace(label, '')
    .replace(/^[\s'"`()[\]{}<>=,;]+/, '')
    .replace(/^0x/i, '')
    .replace(/[\s'"`()[\]{}<>,;.]+$/, '')
    .replace(configFile, '')
}

/** `01` for Ethernet, then the address. */
function fromClientIdentifier(text: string): string | undefined {
  const address = /^0?1([-:. ])((?:[0-9a-f]{1,2}\1){5}[0-9a-f]{1,2})$/i.exec(text)?.[2]
  if (address !== undefined) return withZeros(address) ?? deviceOf(address)
  // In groups of four, as Cisco's devices print it, or without separators.
  const digits = /^01([0-9a-f]{2}[.]?[0-9a-f]{4}[.]?[0-9a-f]{4}[.]?[0-9a-f]{2})$/i.exec(text)?.[1]
  return digits === undefined ? undefined : deviceOf(digits.replaceAll('.', ''))
}

/** Six octets of which some have lost the zero in front. */
function withZeros(text: string): string | undefined {
  if (!/^[0-9a-f]{1,2}([-:. ])(?:[0-9a-f]{1,2}\1){4}[0-9a-f]{1,2}$/i.test(text)) return undefined
  return deviceOf(
    text
      .split(/[-:. ]/)
      .map((octet) => octet.padStart(2, '0'))
      .join(''),
  )
}

/** Twelve digits in groups of one size, whatever stands between them: so no port is taken for a part of the address. */
function withoutSeparators(text: string): string | undefined {
  const groups = text.split(/[-:. _/,;|·]+/)
  const size = groups[0]?.length ?? 0
  const isEven = groups.every((group) => group.length === size && /^[0-9a-f]+$/i.test(group))
  return isEven && size > 1 && size * groups.length === 12 ? deviceOf(groups.join('')) : undefined
}

/** What a number of a spreadsheet was, where all its digits are there: it has lost the zeros in front at most. */
function fromNumber(text: string): string | undefined {
  const digits = wholeDigits(text)
  if (digits === undefined || digits.length < 9 || digits.length > 12) return undefined
  return deviceOf(digits.padStart(12, '0'))
}

function wholeDigits(text: string): string | undefined {
  const [, mantissa = '', rest = '', exponent] = /^(\d)[.,](\d+)E\+?0*(\d{1,2})$/i.exec(text) ?? []
  if (exponent !== undefined) {
    const digits = mantissa + rest
    return Number(exponent) + 1 === digits.length ? digits : undefined
  }
  // A whole number with digits of fractions that are all zero, with or without marks between the thousands.
  if (/^\d+(?:[.,]0+)?$/.test(text)) return text.replace(/[.,].*$/, '')
  const grouped = /^\d{1,3}([., '\u2019])(?:\d{3}\1)*\d{3}(?:[.,]0+)?$/.test(text)
  return grouped ? text.replace(/[.,]0{1,2}$/, '').replace(/\D/g, '') : undefined
}
