import type { guide } from './en/guide.ts'
import type * as en from './en/index.ts'
import type { Locale } from './locale.ts'

/**
 * A text as every language has it: its strings may be others, its functions take the same values, its lists are as long
 * as the language likes. The `vendor` of a device is a code, and stays.
 */
export type Translated<Text> = Text extends string
  ? string
  : Text extends (...values: infer Values) => infer Said
    ? (...values: Values) => Translated<Said>
    : { readonly [Name in keyof Text]: Name extends 'vendor' ? Text[Name] : Translated<Text[Name]> }

/** All words but those of the user guide. English says which there are. */
export type Catalogue = Translated<typeof en>

/** The chapters keep their type: their blocks have kinds, which are no words. */
export type GuideWords = Omit<Translated<typeof guide>, 'chapters'> & Pick<typeof guide, 'chapters'>

/** What each language must be: `npm run types` names what one lacks. */
export type Language = { readonly locale: Locale; readonly words: Catalogue; readonly guide: GuideWords }
