import { withoutSecrets } from './secrets/without-secrets.ts'

/** Longer than any token, so that what is looked at has each token whole that begins in what is kept. */
const longestToken = 16_384

/**
 * Words from outside, without secrets and no longer than `longest` characters, an ellipsis aside; a text that every
 * encoder takes. Shortening comes last: once a token is cut, nobody can tell it from a word.
 */
export function briefly(text: string, longest: number, without = withoutSecrets): string {
  const clean = without(text.slice(0, longest + longestToken))
  const kept = clean.slice(0, longest).toWellFormed()
  const isCut = clean.length > longest || text.length > longest + longestToken
  // A copy: a part of a string keeps the whole of it in memory, for as long as a run is open.
  return isCut ? copyOf(`${kept}…`) : kept
}

const copyOf = (text: string): string => ` ${text}`.slice(1)
