import { mayEscape, readEscape } from './escape.ts'

/** A text as whoever wrote it with escapes meant it, and where each of its characters stands in what was written. */
export type Readable = {
  readonly text: string
  /** The place in the original text of the character at `at`; its length for the end. */
  readonly placeOf: (at: number) => number
}

export function readable(written: string): Readable {
  if (!/[\\%&]/.test(written)) return { text: written, placeOf: (at) => at }
  const places: number[] = []
  let text = ''
  for (let at = 0; at < written.length; ) {
    const code = written.charCodeAt(at)
    const escaped = mayEscape(code) ? readEscape(written, at) : undefined
    places.push(at)
    text += String.fromCharCode(escaped?.code ?? code)
    at = escaped?.end ?? at + 1
  }
  return { text, placeOf: (at) => places[at] ?? written.length }
}
