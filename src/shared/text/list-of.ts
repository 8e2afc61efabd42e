import { currentLocale, inLocale } from './locale.ts'

const all = inLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }))

/** `a, b and c` */
export const listOfAll = (items: readonly string[]): string =>
  currentLocale().withoutIntl?.list(items) ?? all().format(items)
