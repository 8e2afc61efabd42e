import {
  type DhcpLines,
  type DhcpRequest,
  inOrder,
  inSmall,
  prefixesOrOne,
  printable,
  ruleName,
  type VendorRule,
} from './dhcp-request.ts'

/**
 * Kea's DHCPv4 server (Kea Administrator Reference Manual, "Client Classification" and "Custom DHCPv4 Options"): members of
 * its object `Dhcp4`. Classes hold for the whole server.
 */
export function keaLines(request: DhcpRequest): DhcpLines {
  const rules = inOrder(request.rules)
  const has160 = rules.some(({ option }) => option === 160)
  return {
    lines: [
      ...request.heading.map((line) => `# ${line}`),
      ...(has160
        ? [
            '"option-def": [',
            '  { "name": "sipgw-160", "code": 160, "type": "string", "space": "dhcp4" }',
            '],',
          ]
        : []),
      '"client-classes": [',
      ...rules.flatMap((rule, index) => classOf(rule, index > 0, request)),
      ']',
    ],
    undo: [],
  }
}

/**
 * A string of Kea's JSON that is an option's data. Kea divides it at commas but for those with a `\` before them, so a
 * value with a `\` of its own cannot be told apart for certain: it is refused.
 */
export const quoteKeaData = (value: string): string =>
  JSON.stringify(printable(value, /\\/).replaceAll(',', '\\,'))

function classOf(rule: VendorRule, isNext: boolean, { ntp, utcOffset }: DhcpRequest): readonly string[] {
  const name = rule.option === 160 ? 'sipgw-160' : 'tftp-server-name'
  const tests = prefixesOrOne(rule).map((prefix) => `substring(pkt4.mac,0,3) == 0x${inSmall(prefix)}`)
  // Sent whether the phone asks for it or not.
  const data = [
    `{ "name": "${name}", "data": ${quoteKeaData(rule.url)}, "always-send": true }`,
    ...(ntp === undefined ? [] : [`{ "name": "ntp-servers", "data": ${quoteKeaData(ntp)} }`]),
    ...(utcOffset === undefined ? [] : [`{ "name": "time-offset", "data": "${utcOffset}" }`]),
  ]
  const lines = [
    // The comma goes with what follows: a rule that has to be filled in is a comment, and takes its own along.
    isNext ? ', {' : '  {',
    `    "name": ${JSON.stringify(ruleName(rule.vendor))},`,
    `    "test": ${JSON.stringify(tests.join(' or '))},`,
    '    "option-data": [',
    ...data.map((one, index) => `      ${one}${index < data.length - 1 ? ',' : ''}`),
    '    ]',
    '  }',
  ]
  return rule.prefixes.length > 0 ? lines : lines.map((line) => `# ${line}`)
}
