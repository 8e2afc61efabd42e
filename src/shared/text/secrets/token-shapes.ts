import type { Span } from './span.ts'

/**
 * Finds what looks like a token: JWTs, whole or cut (their first two parts begin with `eyJ`, which is base64 for `{"`),
 * and Entra's opaque tokens and codes (`0.A…`, `1.A…`). Unless only `tokens` are wanted, also any long row of letters
 * and digits that isn't words. A token continues after a dot, and after spaces and line ends while the next piece looks
 * random too.
 */
export function tokenShapes(text: string, looksFor: 'tokens' | 'noise' = 'noise'): readonly Span[] {
  const spans: Span[] = []
  let open: { readonly start: number; end: number; readonly kind: 'token' } | undefined
  let before = { piece: '', end: 0 }
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const end = index + piece.length
    const gap = text.slice(before.end, index)
    if (open && goesOn(gap, piece)) open.end = end
    else {
      const start =
        startOfToken(index, piece, gap, before.piece) ??
        (looksFor === 'noise' && isNoise(text, index, piece) ? index : undefined)
      open = start === undefined ? undefined : { start, end, kind: 'token' }
      if (open) spans.push(open)
    }
    before = { piece, end }
  }
  return spans
}

/** A run of characters of base64 and base64url. `+`, `/` and `.` are left out: they also part words and paths. */
const pieces = /[\w-]+=*/g

/** Longer than any GUID, hardware ID or run ID. */
const long = 40

function startOfToken(index: number, piece: string, gap: string, before: string): number | undefined {
  if (/^eyJ[\w-]{8}/.test(piece)) return index
  if (/^(eyj|ZXlK)\w/.test(piece) && piece.length >= 20 && looksRandom(piece)) return index
  const isOpaque = gap === '.' && /^[01]$/.test(before) && /^A[\w-]{15}/.test(piece) && looksRandom(piece)
  return isOpaque ? index - 2 : undefined
}

function isNoise(text: string, index: number, piece: string): boolean {
  if (/eyJ[\w-]{8}/.test(piece)) return true
  const rest = piece.replaceAll(guid, '')
  return rest.length >= long && looksRandom(rest) && !isName(text, index, piece)
}

function goesOn(gap: string, piece: string): boolean {
  if (gap === '.') return true
  return /^[\s.+/~]{1,4}$/.test(gap) && piece.length >= 8 && looksRandom(piece)
}

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** The first part of a username, which Entra lets have 64 characters. */
const isName = (text: string, index: number, piece: string): boolean =>
  piece.length <= 64 && text.charAt(index + piece.length) === '@'

/**
 * Whether a text is random rather than words. In mixed case, random text has fewer than two lower-case letters in a row
 * on average, and words have more. In one case, random text changes between letters and digits every few characters.
 * Hexadecimal digits alone (thumbprints, hardware IDs) aren't a token.
 */
function looksRandom(piece: string): boolean {
  if (/^[0-9a-f_-]+$/i.test(piece)) return false
  const upper = count(piece, /[A-Z]/g)
  const lower = count(piece, /[a-z]/g)
  return Math.min(upper, lower) * 8 >= piece.length
    ? lower < (piece.length < 60 ? 3 : 4) * count(piece, /[a-z]+/g)
    : count(piece, /[a-z](?=\d)|\d(?=[a-z])/gi) * 8 >= piece.length
}

const count = (piece: string, pattern: RegExp): number => piece.match(pattern)?.length ?? 0
