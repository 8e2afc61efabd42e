import { text as words } from '../index.ts'
import { mayEscape, readEscape } from './escape.ts'
import { namedSecrets } from './named-secrets.ts'
import type { Span } from './span.ts'
import { tokenShapes } from './token-shapes.ts'

/**
 * Replaces each token, code and password in a text with a mark, by their looks and names; createKnownSecrets finds
 * those that this process knows. For every text from outside, before it is stored, shown or printed, and before it is
 * shortened: a part of a token is harder to tell from a word.
 */
export function withoutSecrets(text: string): string {
  return suspicious.test(text) ? replace(text, (read) => [...tokenShapes(read), ...namedSecrets(read)]) : text
}

/**
 * The same for names, IDs and whatever is compared letter by letter: removes only what is surely a token. An ID may be
 * a long row of letters and digits, and without part of it, it would be a different ID.
 */
export const withoutTokens = (text: string): string =>
  suspicious.test(text) ? replace(text, (read) => tokenShapes(read, 'tokens')) : text

function replace(text: string, find: (read: string) => readonly Span[]): string {
  const { text: read, placeOf } = readable(text)
  const spans = joined(find(read))
  let kept = ''
  let from = 0
  for (const { start, end, kind } of spans) {
    kept += text.slice(from, placeOf(start)) + words.removed[kind]
    from = placeOf(end)
  }
  return from === 0 ? text : kept + text.slice(from)
}

/** Most words are far from any secret: nothing in a row that is long enough, no name of one, nothing escaped. */
const suspicious = /[\w-]{11}|[\\%&]|passw|pwd|bearer|basic|pop|ntlm|negotiate|token|secret/i

function joined(spans: readonly Span[]): readonly Span[] {
  const all: { start: number; end: number; kind: Span['kind'] }[] = []
  for (const { start, end, kind } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = all.at(-1)
    if (before && start <= before.end) before.end = Math.max(before.end, end)
    else all.push({ start, end, kind })
  }
  return all
}

/** A text with its escapes resolved, and the position of each character in the original. */
type Readable = {
  readonly text: string
  /** The place in the original text of the character at `at`; its length for the end. */
  readonly placeOf: (at: number) => number
}

function readable(written: string): Readable {
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
