import type { Catalogue, GuideWords, Language } from './catalogue.ts'
import { setLocale } from './locale.ts'

type Parts = Catalogue & { readonly guide: GuideWords }
type Texts = { [name: string]: unknown }

const loaded = new Map<keyof Parts, Texts>()
let spoken: Parts | undefined

/** A part of the words: in English, until another language is chosen. */
export function part<Name extends keyof Parts>(name: Name, english: Parts[Name]): Parts[Name] {
  loaded.set(name, english as Texts)
  if (spoken) overwrite(english as Texts, spoken[name])
  return english
}

/**
 * Has every part say what this language says. Modules keep the part that they need from when they were loaded, so it is
 * written over in place: whoever reads a text out of it later has it in this language.
 */
export function speak({ locale, words, guide }: Language): void {
  setLocale(locale)
  spoken = { ...words, guide }
  for (const [name, part] of loaded) overwrite(part, spoken[name])
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
