import type { FixKind } from './issue.ts'
import { type Lookalike, withoutLookalikes } from './lookalikes.ts'
import { isUsername } from './username.ts'

/** What others make of a username, of which it is plain which one was meant. */
export type UsernameRepair = {
  readonly fix: string
  readonly kind: FixKind
  /** The first character that only looks like the one that is meant. */
  readonly lookalike?: Lookalike
}

/**
 * Finds the username in a text that is none as it stands: `sip:`, `smtp:` or `mailto:` before it, `DOMAIN\` before it,
 * brackets or a comma around it, a name beside the address in angle brackets, blanks at the @, characters of another
 * script. `domain` answers that of all other accounts of the list, undefined where they do not agree.
 */
export function repairUsername(text: string, domain: () => string | undefined): UsernameRepair | undefined {
  if (text.length > 300) return undefined
  const foreign = withoutLookalikes(text)
  const plain = foreign?.text ?? text
  if (foreign && isUsername(plain)) return { fix: plain, kind: 'lookalike', lookalike: foreign.first }
  const address = /<([^<>]+)>[\s,;]*$/.exec(plain)?.[1] ?? plain
  const bare = address.replace(/^[\s'"`()[\]{}<>,;]+/, '').replace(/[\s'"`()[\]{}<>,;.]+$/, '')
  const found = withoutScheme(bare) ?? withoutDomain(bare, domain)
  if (found) return found
  const joined = bare.replace(/\s*@\s*/, '@')
  return joined !== text && isUsername(joined) ? { fix: joined, kind: 'wrapping' } : undefined
}

/** Exports and mail programs write an address as a link. */
function withoutScheme(text: string): UsernameRepair | undefined {
  const address = /^(?:sips?|smtp|mailto|x500|eum):\s*(.*)$/i.exec(text)?.[1]
  return address !== undefined && isUsername(address) ? { fix: address, kind: 'scheme' } : undefined
}

/** The name of a domain of Windows is the first label of the other accounts' domain, or stands before a whole username. */
function withoutDomain(text: string, domainOf: () => string | undefined): UsernameRepair | undefined {
  const [, netbios, name] = /^([A-Za-z0-9-]{1,15})[\\/]([^\\/]+)$/.exec(text) ?? []
  if (netbios === undefined || name === undefined) return undefined
  if (isUsername(name)) return { fix: name, kind: 'domain-user' }
  const domain = domainOf()
  const username = `${name}@${domain}`
  const isSameDomain = domain?.split('.')[0]?.toLowerCase() === netbios.toLowerCase()
  return isSameDomain && isUsername(username) ? { fix: username, kind: 'domain-user' } : undefined
}
