import type { Language } from '../../src/shared/text/catalogue.ts'

/**
 * What a language lacks beside English, each by its place in the catalogue. A single word may be the same in both
 * (`Status`, `Region`).
 */
export const lackedBy = (language: object, { words, guide }: Language): readonly string[] => [
  ...lacked('words', 'words' in language ? language.words : undefined, words),
  ...lacked('guide', 'guide' in language ? language.guide : undefined, guide),
]

function lacked(place: string, other: unknown, english: unknown): readonly string[] {
  if (other === undefined) return [`${place}: is missing`]
  if (typeof english === 'string')
    return other === english && isTranslatable(place, english) ? [`${place}: is still English`] : []
  if (!isGroup(english) || !isGroup(other)) return []
  return [
    ...Object.keys(english).flatMap((name) => lacked(`${place}.${name}`, other[name], english[name])),
    ...Object.keys(other)
      .filter((name) => !(name in english))
      .map((name) => `${place}.${name}: is no text of English`),
  ]
}

/** Names and addresses, which every language may leave as they are. */
const names: ReadonlySet<string> = new Set(
  ['frame.product', 'settings.register.redirectUri', 'settings.register.api'].map(
    (place) => `words.window.${place}`,
  ),
)

const isTranslatable = (place: string, english: string): boolean =>
  !names.has(place) && /\p{L}{2,}\P{L}.*\p{L}{2,}/u.test(english)

const isGroup = (texts: unknown): texts is { readonly [name: string]: unknown } =>
  typeof texts === 'object' && texts !== null && !Array.isArray(texts)
