import { text as words } from '../index.ts'
import { mayEscape, readEscape } from './escape.ts'

/** Secrets that this process has sent or been given, found again wherever and however somebody repeats them. */
export type KnownSecrets = {
  /** Shorter ones than 64 letters and digits are not learned: pieces of them could be words. */
  learn(secret: string): void
  /** The text with a mark for each piece of a known secret. */
  remove(text: string): string
}

/**
 * Remembers the last secrets learned and removes them from texts, also in pieces of at least eight letters and digits:
 * as left of a token that was cut, wrapped, escaped or written in another case. Only letters and digits are compared,
 * without case, so spaces, line ends, quotes or a `%2E` for a dot between them don't matter. A secret in base64, alone
 * or within something longer, is found too.
 */
export function createKnownSecrets(): KnownSecrets {
  let secrets: readonly string[] = []
  let pieces: Pieces | undefined

  return {
    learn(secret) {
      if (secrets.includes(secret) || secret.replaceAll(/[^a-z0-9]/gi, '').length < shortest) return
      // A token that was renewed a moment ago may still come back in an answer.
      secrets = [secret, ...secrets].slice(0, remembered)
      pieces = undefined
    },
    remove(text) {
      if (secrets.length === 0) return text
      // Not when they are learned: most are never asked for.
      pieces ??= piecesOf(secrets.flatMap((one) => [one, ...inBase64(one)]))
      let kept = ''
      let from = 0
      for (const { start, end } of findPieces(text, pieces)) {
        kept += text.slice(from, start) + words.removed.token
        from = end
      }
      return from === 0 ? text : kept + text.slice(from)
    },
  }
}

const shortest = 64
const remembered = 8

/** Half of a piece: four letters or digits, as a number in base 36. A piece is two halves in a row. */
const half = 4
const halves = 36 ** half
const leading = 36 ** (half - 1)

type Pieces = { readonly whole: ReadonlySet<number>; readonly isHalf: Uint8Array }

/** The value of a letter or digit in base 36; 255 for everything else. */
const digits = Uint8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 36)
  return Number.isNaN(digit) ? 255 : digit
})

function piecesOf(secrets: readonly string[]): Pieces {
  const whole = new Set<number>()
  const isHalf = new Uint8Array(halves)
  for (const secret of secrets) {
    const before: number[] = []
    let last = 0
    for (let at = 0; at < secret.length; at++) {
      const digit = digits[secret.charCodeAt(at)] ?? 255
      if (digit === 255) continue
      last = (last % leading) * 36 + digit
      before.push(last)
      if (before.length < half) continue
      isHalf[last] = 1
      const first = before.at(-1 - half)
      if (before.length >= 2 * half && first !== undefined) whole.add(first * halves + last)
    }
  }
  return { whole, isHalf }
}

/** One look at each character, and hardly more than that where no piece is: whole answers pass here. */
function findPieces(text: string, { whole, isHalf }: Pieces): readonly { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  // Of the last eight letters and digits: where each begins, and the half that ends with it.
  const starts = new Int32Array(2 * half)
  const lasts = new Int32Array(2 * half)
  let seen = 0
  let last = 0
  for (let at = 0, end = 0; at < text.length; at = end) {
    let code = text.charCodeAt(at)
    end = at + 1
    if (mayEscape(code)) {
      const escaped = readEscape(text, at)
      if (escaped) ({ code, end } = escaped)
    }
    const digit = digits[code] ?? 255
    if (digit === 255) continue
    last = (last % leading) * 36 + digit
    const place = seen % (2 * half)
    starts[place] = at
    lasts[place] = last
    seen++
    if (isHalf[last] === 0 || seen < 2 * half) continue
    const first = lasts[(place + half) % (2 * half)] ?? 0
    if (isHalf[first] === 0 || !whole.has(first * halves + last)) continue
    add(found, starts[(place + 1) % (2 * half)] ?? at, end)
  }
  return found
}

/** Pieces that overlap or nearly touch are one: between them stands what was altered of the same secret. */
function add(found: { start: number; end: number }[], start: number, end: number): void {
  const before = found.at(-1)
  if (before && start <= before.end + half) before.end = end
  else found.push({ start, end })
}

/** What base64 makes of an ASCII text, after none, one or two bytes of something else. */
function inBase64(secret: string): readonly string[] {
  return [0, 1, 2].map((before) => {
    let encoded = ''
    // The first group would hold the bytes of something else.
    for (let at = before === 0 ? 0 : 3 - before; at + 2 < secret.length; at += 3) {
      const group =
        (secret.charCodeAt(at) << 16) | (secret.charCodeAt(at + 1) << 8) | secret.charCodeAt(at + 2)
      for (const shift of [18, 12, 6, 0]) encoded += alphabet[(group >> shift) & 63] ?? ''
    }
    return encoded
  })
}

// Neither + nor / counts in a comparison of letters and digits.
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
