/**
 * The same function, which looks at a short text once while it comes again and again: with each look the service repeats the
 * names and times of a thousand batches. Only texts that it leaves as they are, are remembered, so nothing it takes out is.
 */
export function rememberingClean(clean: (text: string) => string): (text: string) => string {
  let recent = new Set<string>()
  let before = new Set<string>()
  return (text) => {
    if (text.length > longest) return clean(text)
    if (recent.has(text)) return text
    if (!before.has(text)) {
      const cleaned = clean(text)
      if (cleaned !== text) return cleaned
    }
    if (recent.size === most) {
      before = recent
      recent = new Set()
    }
    recent.add(text)
    return text
  }
}

/** In characters; names, IDs and times are shorter. */
const longest = 128
/** The texts of a run with a thousand batches, and of its open ones, are fewer. */
const most = 8_192
