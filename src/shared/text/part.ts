import type { Catalogue, GuideWords, Language } from './catalogue.ts'
import { setLocale } from './locale.ts'

type Whole = Catalogue & { readonly guide: GuideWords }
type InPieces = 'window' | 'site' | 'signIn' | 'cli'

/** The units that are loaded at once, by their place in the catalogue: a part, or a piece of a large part. */
type Parts = Omit<Whole, InPieces> & Pieces<'window'> & Pieces<'site'> & Pieces<'signIn'> & Pieces<'cli'>
type Pieces<Of extends InPieces> = {
  readonly [Name in keyof Catalogue[Of] & string as `${Of}.${Name}`]: Catalogue[Of][Name]
}

type Texts = { [name: string]: unknown }

const loaded = new Map<keyof Parts, Texts>()
let spoken: Whole | undefined

/** A part of the words: in English, until another language is chosen. */
export function part<Name extends keyof Parts>(name: Name, english: Parts[Name]): Parts[Name] {
  loaded.set(name, english as Texts)
  if (spoken) overwrite(english as Texts, wordsAt(name, spoken))
  return english
}

/**
 * Fills every part with the texts of this language. Modules keep the part that they got when they were loaded, so it is
 * overwritten in place: code that reads a text from it later gets this language.
 */
export function speak({ locale, words, guide }: Language): void {
  setLocale(locale)
  spoken = { ...words, guide }
  for (const [name, part] of loaded) overwrite(part, wordsAt(name, spoken))
}

/** The words of this language that are at `window.history`. */
function wordsAt(name: keyof Parts, words: Whole): object {
  let found: unknown = words
  for (const step of name.split('.')) found = (found as Texts)[step]
  return found as object
}

function overwrite(texts: Texts, others: object): void {
  for (const [name, other] of Object.entries(others)) {
    const text = texts[name]
    if (isGroup(text) && isGroup(other)) overwrite(text, other)
    else texts[name] = other
  }
}

const isGroup = (text: unknown): text is Texts =>
  typeof text === 'object' && text !== null && !Array.isArray(text)
