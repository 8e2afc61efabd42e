import { type DhcpLines, type DhcpRequest, nothingElse, offsetInHex, printable } from './dhcp-request.ts'
import { optionValues } from './one-value.ts'

/**
 * FortiGate (FortiOS CLI reference, `system dhcp server`): `scope` is the number of the DHCP server. It can match on option
 * 60, which phones fill in differently, and not on a MAC prefix. From documents, never tried by us.
 */
export function fortigateLines({ rules, scope = '', ntp, utcOffset, heading }: DhcpRequest): DhcpLines {
  const options = [
    ...optionValues(rules).map(({ option, url }) => ({ code: option, type: 'string', value: url })),
    ...(utcOffset === undefined ? [] : [{ code: 2, type: 'hex', value: offsetInHex(utcOffset) }]),
  ]
  const within = (lines: readonly string[], last: readonly string[]): readonly string[] => [
    'config system dhcp server',
    `    edit ${numberOf(scope)}`,
    '        config options',
    ...lines.map((line) => `            ${line}`),
    '        end',
    ...last.map((line) => `        ${line}`),
    '    next',
    'end',
  ]
  return {
    lines: [
      ...heading.map((line) => `# ${line}`),
      ...within(
        options.flatMap(({ code, type, value }) => [
          `edit ${code}`,
          `    set code ${code}`,
          `    set type ${type}`,
          `    set value ${quoteFortigate(value)}`,
          'next',
        ]),
        ntp === undefined ? [] : ['set ntp-service specify', `set ntp-server1 ${ntp}`],
      ),
    ],
    undo: within(
      options.map(({ code }) => `delete ${code}`),
      ntp === undefined ? [] : ['unset ntp-service', 'unset ntp-server1'],
    ),
  }
}

/** Between double quotes; `"` and `\` have a `\` before them. */
export const quoteFortigate = (value: string): string =>
  `"${printable(value, nothingElse).replace(/[\\"]/g, '\\$&')}"`

function numberOf(scope: string): string {
  if (!/^[0-9]{1,10}$/.test(scope))
    throw new RangeError(`${JSON.stringify(scope)} is no number of a DHCP server`)
  return scope
}
