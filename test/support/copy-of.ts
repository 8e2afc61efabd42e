/** Texts, with groups of their own: what writes over the originals does not change them. */
export function copyOf<Texts>(texts: Texts): Texts {
  if (Array.isArray(texts)) return texts.map(copyOf) as Texts
  if (typeof texts !== 'object' || texts === null) return texts
  return Object.fromEntries(Object.entries(texts).map(([name, inner]) => [name, copyOf(inner)])) as Texts
}
