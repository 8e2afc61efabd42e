import type { Language } from './catalogue.ts'
import { speak } from './part.ts'

type Load = () => Promise<{ readonly language: Language }>

/**
 * The languages beside English, each by its tag (`de`, `pt-BR`): a line here and a folder. Only the one that is chosen
 * is loaded.
 */
export const languages: ReadonlyMap<string, Load> = new Map<string, Load>([])

/**
 * Chooses the language, once, at the start of the window, of the terminal and of the app's main process, before anything
 * is said. It is the first one of the system's that there is, else English.
 */
export async function chooseLanguage(preferred: readonly string[] = systemLanguages()): Promise<void> {
  const found = preferred.flatMap(
    (tag) => languages.get(tag) ?? languages.get(tag.split('-')[0] ?? '') ?? [],
  )[0]
  if (found) speak((await found()).language)
}

/** None where the program that runs this doesn't tell them (Node before 21). */
const systemLanguages = (): readonly string[] =>
  'navigator' in globalThis ? globalThis.navigator.languages : []
