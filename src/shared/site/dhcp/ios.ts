import { type DhcpLines, type DhcpRequest, offsetInHex, printable } from './dhcp-request.ts'
import { optionValues } from './one-value.ts'

/** Cisco IOS: a pool, `scope` is its name. Nothing in a pool tells makers apart. From public configurations, never tried by us. */
export function iosLines({ rules, scope = '', ntp, utcOffset, heading }: DhcpRequest): DhcpLines {
  const options = [
    ...optionValues(rules).map(({ option, url }) => `option ${option} ascii ${quoteIos(url)}`),
    ...(ntp === undefined ? [] : [`option 42 ip ${ntp}`]),
    ...(utcOffset === undefined ? [] : [`option 2 hex ${offsetInHex(utcOffset).replace(/^..../, '$&.')}`]),
  ]
  const pool = `ip dhcp pool ${wordIos(scope)}`
  return {
    lines: [...heading.map((line) => `! ${line}`), pool, ...options.map((line) => ` ${line}`)],
    undo: [pool, ...options.map((line) => ` no ${line.split(' ').slice(0, 2).join(' ')}`)],
  }
}

/** Between double quotes; no way to write a double one is documented, and a question mark asks for help. */
export const quoteIos = (value: string): string => `"${printable(value, /["?]/)}"`

/** A name without blanks. */
const wordIos = (value: string): string => printable(value, /[ "?!]/)
