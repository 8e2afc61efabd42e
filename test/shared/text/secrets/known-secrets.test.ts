import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKnownSecrets } from '../../../../src/shared/text/secrets/known-secrets.ts'
import { longToken, pieceFinder, repetitions } from '../../../support/long-token.ts'

const token = longToken()
const find = pieceFinder(token)
const known = createKnownSecrets()
known.learn(token)

describe('a token that was sent', () => {
  test.each(Object.entries(repetitions))('is removed when it comes back %s', (_, repeat) => {
    const text = known.remove(`The request had ${repeat(token)} and was refused.`)
    expect(find(decoded(text))).toEqual([])
    // A letter beside it may happen to be the one that the token goes on with.
    expect(text).toMatch(/^The requ.*\[token removed\].*was refused\.$/s)
  })

  test('is removed wherever and however it was cut, and whatever stands around it', () => {
    const repetition = fc.constantFrom(...Object.values(repetitions))
    const at = fc.nat(token.length)
    fc.assert(
      fc.property(fc.lorem(), fc.lorem(), at, at, repetition, (before, after, one, other, repeat) => {
        const piece = repeat(token.slice(Math.min(one, other), Math.max(one, other)))
        const text = known.remove(`${before} ${piece} ${after}`)
        // A letter beside it may happen to be the one that the token goes on with.
        expect(text.startsWith(before.slice(0, -4)) && text.endsWith(after.slice(4))).toBe(true)
        expect(find(decoded(text))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('is removed after another one was learned, for its echo may come late', () => {
    const both = createKnownSecrets()
    both.learn(token)
    both.learn(longToken())
    expect(both.remove(`x ${token} y`)).toBe('x [token removed] y')
  })
})

describe('what is no piece of it', () => {
  test('stays as it is: random GUIDs, addresses, names and sentences', () => {
    const words = fc.oneof(fc.uuid(), fc.emailAddress(), fc.lorem(), fc.webUrl(), fc.ipV6(), fc.string())
    fc.assert(
      fc.property(fc.array(words), (parts) => known.remove(parts.join(' ')) === parts.join(' ')),
      { numRuns: 300 },
    )
  })

  test('is every word, where the secret is short: pieces of it could be words', () => {
    const simulated = createKnownSecrets()
    simulated.learn('simulated-token-5e1f0a11-0000-4000-8000-000000000a01')
    expect(simulated.remove('The simulated tenant has 5e1f0a11-0000-4000-8000-000000000a01.')).toBe(
      'The simulated tenant has 5e1f0a11-0000-4000-8000-000000000a01.',
    )
  })

  test.each(['\\', '%', '%25', '&#', 'eyJ', '\\u00', '. '])(
    'takes no longer for a text that was made for it: %j',
    (part) => {
      // Nothing here is a matter of time: a search that looks at each place again and again would not end.
      const text = part.repeat(2_000_000 / part.length)
      expect(known.remove(text)).toBe(text)
    },
  )
})

/** As somebody would read it who knows how it is written. */
const decoded = (text: string): string =>
  text
    .replaceAll(/\\u00([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll(/\s+/g, '')
