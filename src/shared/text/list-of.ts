import { inLocale } from './locale.ts'

const all = inLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))

/** `a, b and c` */
export const listOfAll = (items: readonly string[]): string => all().format(items)
