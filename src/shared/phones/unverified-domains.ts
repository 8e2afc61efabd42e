/** A domain of accounts that is none of the tenant's, with the rows that have it: the first four, and how many in all. */
export type UnverifiedDomain = {
  readonly domain: string
  readonly rows: readonly number[]
  readonly count: number
}

/**
 * Finds the accounts whose domain isn't among the tenant's verified ones, by domain, in the order of the list. In Entra
 * ID, usernames can only end in verified domains (Microsoft, "Add your custom domain name"), so such an account isn't
 * in this tenant. `verified`: undefined or empty if unknown; then nothing is found.
 */
export function unverifiedDomains(
  phones: readonly { readonly row: number; readonly username: string }[],
  verified: readonly string[] | undefined,
): readonly UnverifiedDomain[] {
  if (!verified || verified.length === 0) return []
  const known = new Set(verified.map((domain) => domain.toLowerCase()))
  const found = new Map<string, { domain: string; rows: number[]; count: number }>()
  for (const { row, username } of phones) {
    const domain = username.slice(username.lastIndexOf('@') + 1).toLowerCase()
    if (known.has(domain)) continue
    const of = found.get(domain) ?? { domain, rows: [], count: 0 }
    found.set(domain, of)
    of.count++
    if (of.rows.length < 4) of.rows.push(row)
  }
  return [...found.values()]
}
