import type { Locator, Page } from 'playwright-core'
import { eitherWay } from '../../support/pseudo.ts'

/** The page, in which what is looked for by its English name is found in accents, too. */
export const inEitherLanguage = (page: Page): Page => finding(page)

function finding<Finder extends Page | Locator>(finder: Finder): Finder {
  return new Proxy(finder, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      if (!byName.has(String(name))) return value.bind(target)
      return (...given: readonly unknown[]) => {
        const found: unknown = value.apply(target, eitherName(String(name), given))
        return isFinder(found) ? finding(found) : found
      }
    },
  })
}

const byName = new Set([
  ...['getByRole', 'getByText', 'getByLabel', 'getByPlaceholder', 'getByTitle'],
  ...['locator', 'filter', 'first', 'last', 'nth', 'and', 'or'],
])

const isFinder = (found: unknown): found is Locator =>
  typeof found === 'object' && found !== null && 'click' in found

function eitherName(method: string, given: readonly unknown[]): unknown[] {
  const [first, options] = given
  const { exact = false, name, hasText, ...others } = (options ?? {}) as Options
  if (method === 'getByRole')
    return [first, { ...others, ...(name !== undefined && { name: pattern(name, exact) }) }]
  if (method.startsWith('getBy')) return [pattern(first as string | RegExp, exact), others]
  if (method === 'filter' && typeof first === 'object' && first !== null && 'hasText' in first)
    return [{ ...first, hasText: pattern(first.hasText as string | RegExp, false) }]
  return [first, hasText === undefined ? options : { ...others, hasText: pattern(hasText, false) }]
}

type Options = { exact?: boolean; name?: string | RegExp; hasText?: string | RegExp }

/** As Playwright takes a string: the whole name where it is exact, else a part of it, whatever its case. */
function pattern(name: string | RegExp, exact: boolean): RegExp {
  if (name instanceof RegExp) return new RegExp(eitherWay(name.source), name.flags)
  const literal = name
    .trim()
    .split(/\s+/)
    .map((word) => eitherWay(RegExp.escape(word).replaceAll(/\\x([0-9a-f]{2})/g, unescaped)))
    .join('\\s+')
    // Finnish has a blank between thousands.
    .replaceAll(/(?<=\d)\\,(?=\d{3})/g, '[,\\s]')
  return exact ? new RegExp(`^\\s*${literal}\\s*$`) : new RegExp(literal, 'i')
}

// RegExp.escape writes the first letter and some signs as \xHH, in which no letter would be found.
const unescaped = (_: string, hex: string): string => {
  const sign = String.fromCharCode(Number.parseInt(hex, 16))
  return /\w/.test(sign) ? sign : `\\${sign}`
}
