import type { Span } from './span.ts'

/** The places where a text names a secret and then gives it, as headers, JSON, forms and queries do. */
export const namedSecrets = (text: string): readonly Span[] => [
  ...[always, header, query].flatMap((pattern) => spansOf(text, pattern, 'token', () => true)),
  ...spansOf(text, password, 'password', (value, sign) => sign === '=' || !isWord(value)),
  ...spansOf(text, maybe, 'token', (value) => isOpaque(value)),
  ...spansOf(text, scheme, 'token', (value) => !isWord(value)),
]

// Quotes are no part of what goes; a bracket begins something else than a secret, such as the mark of one.
const value = `(?:"(?<double>[^"]*)|'(?<single>[^']*)|(?<bare>[^\\s&"',;}{)\\](\\[<>]+))`

const schemes = '(?:Bearer|Basic|DPoP|PoP|Negotiate|NTLM)'

const named = (names: string, between = ''): RegExp =>
  new RegExp(`(?<![a-z0-9])["']?(?:${names})["']?\\s{0,3}(?<sign>[=:])\\s{0,3}${between}${value}`, 'dgi')

const always = named(
  '(?:access|refresh|id)[_-]?token|client[_-]?(?:assertion|secret|info)|code[_-]?verifier|device[_-]?code',
)
const header = named('(?:proxy-)?authorization', `["']?${schemes}\\s{1,3}`)
/** In the query of an address. */
const query = new RegExp(`[?&](?:code|state|nonce)(?<sign>=)${value}`, 'dgi')
const password = named('password|passwd|pwd')
/** Ordinary words, too: `code: BadRequest`, `state: Failed`. */
const maybe = named('authorization|assertion|secret|token|code|state|nonce')
const scheme = new RegExp(`\\b${schemes}\\s{1,3}(?<sign>)${value}`, 'dgi')

function spansOf(
  text: string,
  pattern: RegExp,
  kind: Span['kind'],
  isSecret: (value: string, sign: string) => boolean,
): readonly Span[] {
  return [...text.matchAll(pattern)].flatMap(({ indices, groups }) => {
    const { double, single, bare } = indices?.groups ?? {}
    const [start, end] = double ?? single ?? bare ?? [0, 0]
    const secret = text.slice(start, end)
    // In quotes the end of a secret is as clear as in a form.
    const sign = bare ? (groups?.['sign'] ?? '') : '='
    return secret !== '' && !secret.startsWith('[') && isSecret(secret, sign) ? [{ start, end, kind }] : []
  })
}

/** `authentication`, `Token-based`, `required.`: what a sentence goes on with. */
const isWord = (secret: string): boolean => /^[A-Z]?[a-z]+(?:[./:-]+[A-Za-z][a-z]*)*[./:-]*$/.test(secret)

/** Codes and states are long and no words. */
const isOpaque = (secret: string): boolean =>
  secret.length >= 16 && /\d/.test(secret) && /[a-z]/i.test(secret)
