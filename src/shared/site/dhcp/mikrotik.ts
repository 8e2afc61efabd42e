import { type DhcpLines, type DhcpRequest, nothingElse, offsetInHex, printable } from './dhcp-request.ts'
import { optionValues } from './one-value.ts'

/**
 * MikroTik RouterOS: `scope` is the address of a DHCP network, such as 10.1.20.0/24. It can match on option 60, which
 * phones fill in differently, and not on a MAC prefix. From documents, never tried by us.
 */
export function mikrotikLines({ rules, scope = '', ntp, utcOffset, heading }: DhcpRequest): DhcpLines {
  const options = [
    ...optionValues(rules).map(({ option, url }) => ({ code: option, value: quoteMikrotikString(url) })),
    ...(utcOffset === undefined ? [] : [{ code: 2, value: quoteMikrotik(`0x${offsetInHex(utcOffset)}`) }]),
  ]
  const names = options.map(({ code }) => `sipgw-${code}`)
  const network = `/ip dhcp-server network set [find address=${quoteMikrotik(scope)}]`
  return {
    lines: [
      ...heading.map((line) => `# ${line}`),
      ...options.map(
        ({ code, value }) => `/ip dhcp-server option add name=sipgw-${code} code=${code} value=${value}`,
      ),
      `${network} dhcp-option=${names.join(',')}${ntp === undefined ? '' : ` ntp-server=${ntp}`}`,
    ],
    undo: [
      `${network} dhcp-option=""${ntp === undefined ? '' : ' ntp-server=""'}`,
      ...names.map((name) => `/ip dhcp-server option remove [find name=${name}]`),
    ],
  }
}

/** Between double quotes RouterOS puts in variables: `$`, as well as `"`, `\` and `?`, has a `\` before it. */
export const quoteMikrotik = (value: string): string =>
  `"${printable(value, nothingElse).replace(/[\\"$?]/g, '\\$&')}"`

/** An option's value that is text: between `s'` and `'`, so a `'` cannot be in it. */
export const quoteMikrotikString = (value: string): string => quoteMikrotik(`s'${printable(value, /'/)}'`)
