import { assertNever } from '../../assert-never.ts'
import { text } from '../../text/index.ts'
import { isOnMicrosoftsList, type Vendor, vendorNames } from '../vendors.ts'
import { type DhcpRefusal, tellsMakersApart } from './dhcp-lines.ts'
import type { DhcpServer } from './dhcp-request.ts'
import type { MakersOfList, RulesForVendors } from './vendor-rules.ts'

const words = text.site.dhcp

/** Notes to read with the lines: where they go, what was proven of them, and what they do not cover. */
export function dhcpNotes(
  server: DhcpServer,
  { rules, byHand }: RulesForVendors,
  makers: MakersOfList | undefined,
): readonly string[] {
  const options = rules.map(({ option }) => option)
  const urls160 = new Set(rules.filter(({ option }) => option === 160).map(({ url }) => url))
  const unlisted = byHand.filter((vendor) => !isOnMicrosoftsList(vendor))
  const others = byHand.filter(isOnMicrosoftsList)
  const unknown = makers?.counts.get(undefined) ?? 0
  return [
    words.where[server],
    words.proof[server],
    ...(urls160.size > 1 ? [words.trap160] : []),
    ...(options.includes(66) && !tellsMakersApart(server) ? [words.pxe] : []),
    ...rules
      .filter(({ prefixes }) => prefixes.length === 0 && tellsMakersApart(server))
      .map(({ vendor }) => words.fillIn(vendorNames[vendor])),
    ...(others.length > 0 ? [words.byHand(namesOf(others))] : []),
    ...(unlisted.length > 0 ? [words.notListed(namesOf(unlisted))] : []),
    ...(makers && makers.ports > 0 ? [words.adapters(makers.ports)] : []),
    ...(unknown > 0 ? [words.unknownMaker(unknown)] : []),
    ...(tellsMakersApart(server) ? [words.probably] : []),
    words.asked,
    words.renew,
  ]
}

/** Why there are no lines, in words that say what to do. */
export function refusalWords(server: DhcpServer, refusal: DhcpRefusal): string {
  const { refusals, scopes, servers } = words
  const { kind } = refusal
  const scope = server in scopes ? scopes[server as keyof typeof scopes] : { name: '', example: '' }
  switch (kind) {
    case 'no-rules':
    case 'scope-unused':
      return refusals[kind]
    case 'scope-missing':
    case 'scope-invalid':
      return refusals[kind](scope.name, scope.example)
    case 'two-values': {
      const [one, other] = refusal.vendors.map(namesOf)
      return refusals[kind](servers[server], refusal.option, one ?? '', other ?? '')
    }
    default:
      return assertNever(kind)
  }
}

/** `Cisco, Poly and AudioCodes`. */
function namesOf(vendors: readonly Vendor[]): string {
  const names = vendors.map((vendor) => vendorNames[vendor])
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
