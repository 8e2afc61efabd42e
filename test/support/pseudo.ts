import type { Language } from '../../src/shared/text/catalogue.ts'

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, at) => [
    letter,
    [...'áƀçđéƒğĥíĵķļɱñóþɋŕšťúṽŵẋýžÁɃÇĐÉƑĞĤÍĴĶĻṀÑÓÞɊŔŠŤÚṼŴẊÝŽ'][at] ?? '',
  ]),
)

/** What no language translates: addresses, what is to be typed as it is, and where a link of the guide leads. */
const kept = /https?:\/\/\S+|`[^`]*`|(?<=\]\()[^)]+(?=\))/

/**
 * A text in a language that nobody speaks: every letter accented, every vowel twice, which makes it about 40 % longer.
 * The values that were put into it stay as they are.
 */
export function pseudo(text: string, values: readonly string[] = []): string {
  const data = values
    .filter(isData)
    .toSorted((a, b) => b.length - a.length)
    .map(RegExp.escape)
  const between = new RegExp(`(${[kept.source, ...data].join('|')})`)
  return text
    .split(between)
    .map((piece, at) => (at % 2 === 1 ? piece : inAccents(piece)))
    .join('')
}

// A code such as "signed in" is no value that is shown: the language has a word for it.
const isData = (value: string): boolean => /[a-z]/i.test(value) && !/^[a-z -]+$/.test(value)

const inAccents = (text: string): string =>
  text.replaceAll(/[A-Za-z]/g, (letter) =>
    (accented[letter] ?? letter).repeat(/[aeiou]/i.test(letter) ? 2 : 1),
  )

/** All of this language's words in accents. */
export function pseudoLanguage({ locale, words, guide }: Language): Language {
  const { tag, withoutIntl: _, ...lengths } = locale
  return { locale: { ...inPseudo(lengths), tag }, words: inPseudo(words), guide: inPseudo(guide) }
}

/** The maker of a device, and the kind of a block of the guide: codes, not words. */
const isCode = (holder: object, name: string): boolean =>
  name === 'vendor' ||
  ('kind' in holder && typeof holder.kind === 'string' && (name === 'kind' || holder.kind === 'known'))

/** Whatever is made of words, with each of them in accents; a function says in accents what it says of the same values. */
function inPseudo<Texts>(texts: Texts, values: readonly string[] = []): Texts {
  const say = (one: unknown): unknown => {
    if (typeof one === 'string') return pseudo(one, values)
    if (typeof one === 'function')
      return (...given: readonly unknown[]) =>
        inPseudo((one as Say)(...given), [...values, ...stringsIn(given)])
    if (Array.isArray(one)) return one.map(say)
    if (typeof one !== 'object' || one === null) return one
    if ('kind' in one && (one.kind === 'code' || one.kind === 'picture')) return one
    return Object.fromEntries(
      Object.entries(one).map(([name, inner]) => [name, isCode(one, name) ? inner : say(inner)]),
    )
  }
  return say(texts) as Texts
}

type Say = (...values: readonly unknown[]) => unknown

/** Every string in a value, however deep. */
export function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
