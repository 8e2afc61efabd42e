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

/** dnsmasq, dnsmasq(8): a tag for each maker, set by the MAC address. */
export function dnsmasqLines(request: DhcpRequest): DhcpLines {
  return {
    lines: [
      ...request.heading.map((line) => `# ${line}`),
      ...inOrder(request.rules).flatMap((rule) => asRule(rule, tagged(rule, request))),
    ],
    undo: [],
  }
}

/** A value between quotes, in which a comma ends nothing; `\` and `"` are written with a `\` before them. */
export const quoteDnsmasq = (value: string): string =>
  `"${printable(value, nothingElse).replace(/[\\"]/g, '\\$&')}"`

function tagged(rule: VendorRule, { ntp, utcOffset }: DhcpRequest): readonly string[] {
  const tag = ruleName(rule.vendor)
  return [
    ...prefixesOrOne(rule).map((prefix) => `dhcp-mac=set:${tag},${withColons(prefix)}:*:*:*`),
    // Sent whether the phone asks for it or not.
    `dhcp-option-force=tag:${tag},${rule.option},${quoteDnsmasq(rule.url)}`,
    ...(ntp === undefined ? [] : [`dhcp-option=tag:${tag},option:ntp-server,${ntp}`]),
    ...(utcOffset === undefined ? [] : [`dhcp-option=tag:${tag},option:time-offset,${utcOffset}`]),
  ]
}
