/**
 * The same function, which looks at a short text once while it comes again and again: with each look the service repeats the
 * names and times of a thousand batches. Only texts that it leaves as they are, are remembered, so nothing it takes out is.
 * It answers with the text that came first, so that what is kept of a hundred thousand phones is kept once.
 */
export function rememberingClean(clean: (text: string) => string): (text: string) => string {
  let recent = new Map<string, string>()
  let before = new Map<string, string>()
  return (text) => {
    if (text.length > longest) return clean(text)
    const known = recent.get(text)
    if (known !== undefined) return known
    const first = before.get(text) ?? text
    if (!before.has(text)) {
      const cleaned = clean(text)
      if (cleaned !== text) return cleaned
    }
    if (recent.size === most) {
      before = recent
      recent = new Map()
    }
    recent.set(first, first)
    return first
  }
}

/** In characters; names, IDs and times are shorter. */
const longest = 128
/** The texts of a run with a thousand batches, and of its open ones, are fewer. */
const most = 8_192
