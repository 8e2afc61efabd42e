/** What came of an answer's body. */
export type Body = { readonly text: string; readonly end: 'whole' | 'cut' | 'too-large' }

/** Reads at most `limit` bytes; a connection that breaks half-way leaves what had come by then. */
export async function readBody(response: Response, limit: number): Promise<Body> {
  if (!response.body) return { text: '', end: 'whole' }
  const decoder = new TextDecoder()
  const reader = response.body.getReader()
  let text = ''
  let size = 0
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      size += chunk.value.byteLength
      if (size > limit) {
        await reader.cancel()
        return { text, end: 'too-large' }
      }
      text += decoder.decode(chunk.value, { stream: true })
    }
    return { text: text + decoder.decode(), end: 'whole' }
  } catch {
    return { text, end: 'cut' }
  }
}

/** The beginning of a text on one line, for people: whole answers have no place in messages and journals. */
export function excerpt(text: string, length = 300): string | undefined {
  const line = text
    .slice(0, 20 * length)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const kept = line.length > length ? `${line.slice(0, length)}…` : line
  return line === '' ? undefined : kept.toWellFormed()
}
