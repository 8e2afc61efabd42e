import { count } from '../../../src/shared/text/plural.ts'

/** Matches exactly what this text says about any value, in the language in use. */
export const ofAnyValue = (text: (value: string) => string): RegExp => whole([around(text('VALUE'), 'VALUE')])

/** Matches exactly what these texts say about any number, in the language in use. */
export const ofAnyNumber = (...texts: readonly ((number: number) => string)[]): RegExp =>
  whole(
    texts.flatMap((text) => [1, 2345].map((number) => around(text(number), count(number), '\\d[\\d.,\\s]*'))),
  )

const whole = (patterns: readonly string[]): RegExp => new RegExp(`^(?:${patterns.join('|')})$`)

const around = (words: string, value: string, anything = '.+'): string =>
  words.split(value).map(RegExp.escape).join(anything)
