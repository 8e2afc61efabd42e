import { randomBytes } from 'node:crypto'

const base64url = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** A token of about the given length, of the shape of Entra's, that nobody issued. */
export function longToken(length = 3000): string {
  const header = base64url({ typ: 'JWT', alg: 'RS256', x5t: randomBytes(20).toString('base64url') })
  const signature = randomBytes(256).toString('base64url')
  const rest = Math.max(0, length - header.length - signature.length - 200)
  const claims = {
    aud: '48ac35b8-9aa8-4d74-927d-1f4a14a0b239',
    iss: 'https://issuer.contoso.example/',
    upn: 'admin.oslo@contoso.com',
    wids: randomBytes(Math.ceil((rest * 9) / 16)).toString('base64'),
  }
  return `${header}.${base64url(claims)}.${signature}`
}

const length = 12

/**
 * Finds pieces of a secret: twelve characters of it in a row, in whatever case, or of what base64 makes of it. What
 * is found is told by its place, so that a failing test does not repeat it in full.
 */
export function pieceFinder(secret: string): (text: string) => readonly string[] {
  const variants = [
    secret,
    ...[0, 1, 2].map((before) =>
      Buffer.from(`${' '.repeat(before)}${secret}`)
        .toString('base64')
        // Its ends depend on what stands before and after.
        .slice(4, -4),
    ),
  ]
  const pieces = new Set(
    variants.flatMap((variant) =>
      Array.from({ length: Math.max(0, variant.length - length + 1) }, (_, at) =>
        variant.slice(at, at + length).toLowerCase(),
      ),
    ),
  )
  return (text) => {
    const lower = text.toLowerCase()
    const found: string[] = []
    for (let at = 0; at + length <= lower.length; at++)
      if (pieces.has(lower.slice(at, at + length)))
        found.push(`at ${at}: ${text.slice(Math.max(0, at - 40), at + length)}`)
    return found.slice(0, 3)
  }
}

/** The ways in which somebody who was sent a secret may repeat it. */
export const repetitions: Readonly<Record<string, (secret: string) => string>> = {
  whole: (secret) => secret,
  'in a header': (secret) => `Authorization: Bearer ${secret}`,
  'cut at 1,000 characters': (secret) => `Bearer ${secret}`.slice(0, 1000),
  'cut at 2,000 characters': (secret) => `Bearer ${secret}`.slice(0, 2000),
  'its last 30 characters': (secret) => secret.slice(-30),
  'its middle': (secret) => secret.slice(700, 731),
  'in lower case': (secret) => secret.toLowerCase(),
  'in capitals': (secret) => secret.toUpperCase(),
  'with escapes of JSON': (secret) => secret.replaceAll(/[eA.]/g, escaped),
  'with its dots as in URLs': (secret) => secret.replaceAll('.', '%2E'),
  'all as in URLs': (secret) => secret.replaceAll(/./g, (one) => `%${one.charCodeAt(0).toString(16)}`),
  'as in HTML': (secret) => secret.replaceAll(/[.-]/g, (one) => `&#${one.charCodeAt(0)};`),
  'in lines of 76': (secret) => secret.replaceAll(/.{76}/g, '$&\r\n'),
  'in lines of 20, indented': (secret) => secret.replaceAll(/.{20}/g, '$&\n    '),
  'in groups of ten': (secret) => secret.replaceAll(/.{10}/g, '$& '),
  'in single characters': (secret) => secret.split('').join(' '),
  'in base64': (secret) => Buffer.from(`Authorization: Bearer ${secret}`).toString('base64'),
  'in base64, in lines': (secret) =>
    Buffer.from(`x${secret}`).toString('base64').replaceAll(/.{64}/g, '$&\n'),
}

const escaped = (one: string): string => `\\u00${one.charCodeAt(0).toString(16)}`
