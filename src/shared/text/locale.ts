import { locale as english } from './en/locale.ts'

/**
 * How a language writes numbers, times and lists: by its tag for Intl, and by what Intl does not know. `withoutIntl`: what a
 * language can do at once because its rules are short; Intl does it for the others.
 */
export type Locale = Omit<typeof english, 'withoutIntl'> & Partial<Pick<typeof english, 'withoutIntl'>>

let spoken: Locale = english

/** The locale of the language that was chosen. */
export const currentLocale = (): Locale => spoken

/** For `chooseLanguage` alone. */
export function setLocale(locale: Locale): void {
  spoken = locale
}

/**
 * A format of Intl for the language that was chosen. It is made when it is first used: making one takes up to 10 ms,
 * which is a quarter of what a short command of the terminal takes.
 */
export function inLocale<Format>(make: (tag: string) => Format): () => Format {
  let format: Format | undefined
  let tag: string | undefined
  return () => {
    if (format === undefined || tag !== spoken.tag) format = make(spoken.tag)
    tag = spoken.tag
    return format
  }
}
