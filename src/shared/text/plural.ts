import { currentLocale, inLocale } from './locale.ts'

const numbers = inLocale((tag) => new Intl.NumberFormat(tag, { numberingSystem: 'latn' }))
const decimals = inLocale(
  (tag) => new Intl.NumberFormat(tag, { numberingSystem: 'latn', maximumFractionDigits: 1 }),
)
const rules = inLocale((tag) => new Intl.PluralRules(tag))

/** A whole number as people write it: 3,000. The digits are those of row numbers and addresses in every language. */
export const count = (number: number): string =>
  // No language groups the digits of a number below 1,000.
  number < 1000 ? String(number) : (currentLocale().withoutIntl?.whole(number) ?? numbers().format(number))

/** A number with one decimal at most: 5.5. */
export const decimal = (number: number): string => decimals().format(number)

/** What a language says for each plural category that it has; `other` is for all the rest. */
export type Forms<Form> = { readonly [Category in Intl.LDMLPluralRule]?: Form } & { readonly other: Form }

/** The form for this number, by the rules of the language that was chosen. */
export const byNumber = <Form>(number: number, forms: Forms<Form>): Form =>
  forms[currentLocale().withoutIntl?.form(number) ?? rules().select(number)] ?? forms.other

/** For languages with two forms, as English has them: `1 phone`, `3,000 phones`. */
export const plural = (number: number, one: string, many = `${one}s`): string =>
  `${count(number)} ${byNumber(number, { one, other: many })}`
