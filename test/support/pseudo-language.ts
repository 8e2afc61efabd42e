import type { Language } from '../../src/shared/text/catalogue.ts'
import { guide } from '../../src/shared/text/en/guide.ts'
import * as en from '../../src/shared/text/en/index.ts'
import { locale } from '../../src/shared/text/en/locale.ts'
import { copyOf } from './copy-of.ts'
import { pseudoLanguage } from './pseudo.ts'

/** English as it is when no other language has been written over its words. */
export const english: Language = copyOf({ locale, words: { ...en }, guide })

/** As the index of a language's folder has it. Dates and numbers are Finnish, which has no letters in them. */
export const language = pseudoLanguage({ ...english, locale: { ...locale, tag: 'fi' } })
