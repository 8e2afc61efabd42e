import type { Span } from './span.ts'

/**
 * Where a text holds what has the shape of a token: JWTs, whole or cut (their first two parts begin with `eyJ`, which
 * is base64 for `{"`), Entra's opaque tokens and codes (`0.A…`, `1.A…`), and unless only those are looked for, any long
 * row of letters and digits without words in it. A token goes on over a dot, and over blanks and ends of lines as long as what follows has its
 * look.
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
 * Whether it reads like noise. Where both cases are used, noise has less than two small letters in a row on average,
 * and words have more; where one is, noise goes from letters to digits every few characters. What has only hexadecimal
 * digits (thumbprints, hardware IDs) is no token.
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
