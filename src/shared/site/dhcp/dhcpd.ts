import {
  asRule,
  type DhcpLines,
  type DhcpRequest,
  inOrder,
  nothingElse,
  prefixesOrOne,
  printable,
  ruleName,
  type VendorRule,
  withColons,
} from './dhcp-request.ts'

/** ISC dhcpd, dhcpd.conf(5) and dhcp-eval(5). Classes hold for the whole server. */
export function dhcpdLines(request: DhcpRequest): DhcpLines {
  const has160 = request.rules.some(({ option }) => option === 160)
  return {
    lines: [
      ...request.heading.map((line) => `# ${line}`),
      ...(has160 ? ['option sipgw-160 code 160 = text;'] : []),
      ...inOrder(request.rules).flatMap((rule) => asRule(rule, classOf(rule, request))),
    ],
    undo: [],
  }
}

/** A string of dhcpd.conf: `\` and `"` are written with a `\` before them. */
export const quoteDhcpd = (value: string): string =>
  `"${printable(value, nothingElse).replace(/[\\"]/g, '\\$&')}"`

function classOf(rule: VendorRule, { ntp, utcOffset }: DhcpRequest): readonly string[] {
  const option = rule.option === 160 ? 'sipgw-160' : 'tftp-server-name'
  const tests = prefixesOrOne(rule).map((prefix) => `substring(hardware, 1, 3) = ${withColons(prefix)}`)
  return [
    `class ${quoteDhcpd(ruleName(rule.vendor))} {`,
    `  match if ${tests.join('\n    or ')};`,
    `  option ${option} ${quoteDhcpd(rule.url)};`,
    ...(ntp === undefined ? [] : [`  option ntp-servers ${ntp};`]),
    ...(utcOffset === undefined ? [] : [`  option time-offset ${utcOffset};`]),
    '}',
  ].flatMap((line) => line.split('\n'))
}
