import { guide } from '../../src/shared/text/en/guide.ts'
import * as en from '../../src/shared/text/en/index.ts'
import { locale } from '../../src/shared/text/en/locale.ts'
import { copyOf } from './copy-of.ts'
import { pseudoLanguage } from './pseudo.ts'

/** As the index of a language's folder has it. Dates and numbers are Finnish, which has no letters in them. */
export const language = pseudoLanguage(copyOf({ locale: { ...locale, tag: 'fi' }, words: { ...en }, guide }))
