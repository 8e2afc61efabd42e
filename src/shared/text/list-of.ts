import { inLocale } from './locale.ts'

const all = inLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))
const any = inLocale((tag) => new Intl.ListFormat(tag, { type: 'disjunction' }))

/** `a, b and c` */
export const listOfAll = (items: readonly string[]): string => all().format(items)

/** `a, b or c` */
export const listOfAny = (items: readonly string[]): string => any().format(items)
