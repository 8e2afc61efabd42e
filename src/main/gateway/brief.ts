/** More than any word of the service needs; an endless one must not fill journal, page and disk. */
const longest = 2000

/** A text of the service as it came, but no longer than 2,000 characters, and one that every encoder takes. */
export function brief(text: string): string {
  const kept = text.length > longest ? `${text.slice(0, longest)}…` : text
  return kept.toWellFormed()
}
