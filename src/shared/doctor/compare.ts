import type { Expectation } from './expectations.ts'
import { kindOf, type Shown, shownKey, shownValue } from './masks.ts'
import type { AddedKey, Check, ShownValues } from './report.ts'
import { isKnownWord, partsOf } from './vocabulary.ts'

type Compared = Pick<Check, 'present' | 'missing' | 'added' | 'addedMore' | 'values'> & {
  /** How many things the answer lists; one alone counts as one. */
  readonly records: number
  readonly lacksNeeded: boolean
  readonly isOtherShape: boolean
}

type Json = Readonly<Record<string, unknown>>

// As many as an answer may have (gateway/call.ts): a tenant has hundreds of policies, and any of them may be the one.
const mostRecords = 5_000
// A hostile answer must not make a report long.
const mostKeys = 200
const mostAdded = 12
const mostValues = 8

/** Compares the JSON of an answer with what is documented of it, and shows no more of its values than masks.ts lets through. */
export function compare(json: unknown, { needed, usual, shown }: Expectation): Compared {
  const records = recordsOf(json)
  const known = [...needed, ...usual]
  // An empty list says nothing about its keys.
  const isEmpty = Array.isArray(json) && json.length === 0
  const there = new Map(known.map((path) => [path, isEmpty ? [] : found(records, path)]))
  const isThere = (path: string): boolean => (there.get(path) ?? []).length > 0
  const missing = isEmpty
    ? []
    : known.filter((path) => !isThere(path) && !isWithinMissing(path, there, records))
  const present = known.flatMap((path) => spelled(there.get(path) ?? [], path))
  const isPrivate = privateWords(json, shown)
  const isOtherShape = !isEmpty && (records.length === 0 || present.length === 0)
  const added = [...addedKeys(records, known, isPrivate), ...(isOtherShape ? wrappedKeys(records) : [])]
  return {
    ...{ present, missing: missing.map(documented), records: isEmpty ? 0 : records.length },
    added: added.slice(0, mostAdded),
    addedMore: Math.max(0, added.length - mostAdded),
    values: Object.entries(shown).flatMap(([path, as]) => tally(there.get(path) ?? [], path, as, isPrivate)),
    lacksNeeded: missing.some((path) => needed.includes(path)),
    isOtherShape,
  }
}

/** The distinct values (text, true/false, number) of a documented key, whatever its case. */
export const valuesOf = (json: unknown, path: string): readonly unknown[] =>
  found(recordsOf(json), path).map(({ value }) => value)

/** One thing may come alone or in a list. */
const recordsOf = (json: unknown): readonly Json[] =>
  (Array.isArray(json) ? json.slice(0, mostRecords) : [json]).filter(isObject)

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Found = { readonly key: string; readonly value: unknown }

/** What a path leads to in each record; through lists to each of their items. */
function found(records: readonly Json[], path: string): readonly Found[] {
  const [first = '', ...rest] = path.split('.')
  const spellings = first.toLowerCase().split('|')
  const here = records.flatMap((record) =>
    Object.entries(record)
      .slice(0, mostKeys)
      .filter(([key]) => spellings.includes(key.toLowerCase()))
      .map(([key, value]) => ({ key, value })),
  )
  return rest.length === 0
    ? here
    : found(
        here.flatMap(({ value }) => recordsOf(value)),
        rest.join('.'),
      )
}

/** Whether the object that the key would be in is missing, null or an empty list: then the key says nothing of its own. */
function isWithinMissing(
  path: string,
  there: ReadonlyMap<string, readonly Found[]>,
  records: readonly Json[],
): boolean {
  const parent = path.split('.').slice(0, -1).join('.')
  if (parent === '') return false
  const holders = there.get(parent) ?? found(records, parent)
  return !holders.some(({ value }) => recordsOf(value).length > 0)
}

/** `batchItem|batchItems.userName` as people write it. */
const documented = (path: string): string => path.replace(/\|[^.]*/, '')

/** A key that is there, as the answer writes it; where one stands in several casings, the first. */
function spelled(found: readonly Found[], path: string): readonly string[] {
  const [one] = found
  if (!one) return []
  const parent = documented(path).split('.').slice(0, -1)
  return [[...parent, one.key].join('.')]
}

function tally(
  found: readonly Found[],
  path: string,
  as: Shown,
  isPrivate: (word: string) => boolean,
): readonly ShownValues[] {
  const counts = new Map<string, number>()
  for (const { value } of found) {
    const shown = shownValue(value, as, isPrivate)
    counts.set(shown, (counts.get(shown) ?? 0) + 1)
  }
  const values = [...counts].slice(0, mostValues)
  return values.length === 0 ? [] : [{ key: documented(path), values }]
}

/** Keys that are not known, of the records and of the objects in them that are, each once. */
function addedKeys(
  records: readonly Json[],
  known: readonly string[],
  isPrivate: (word: string) => boolean,
): readonly AddedKey[] {
  const parents = ['', ...new Set(known.flatMap((path) => path.split('.').slice(0, -1).join('.') || []))]
  const added = new Map<string, AddedKey>()
  for (const parent of parents) {
    const holders = parent === '' ? records : found(records, parent).flatMap(({ value }) => recordsOf(value))
    const names = known
      .filter((path) => path.split('.').slice(0, -1).join('.') === parent)
      .flatMap((path) => (path.split('.').at(-1) ?? '').toLowerCase().split('|'))
    const within = parent === '' ? '' : `${documented(parent)}.`
    for (const holder of holders) {
      const keys = Object.keys(holder).slice(0, mostKeys)
      const beside = { known: keys.filter((key) => names.includes(key.toLowerCase())), isPrivate }
      for (const key of keys.filter((one) => !names.includes(one.toLowerCase()))) {
        const name = `${within}${shownKey(key, beside)}`
        const kind = kindOf(holder[key])
        added.set(`${name} ${kind}`, { key: name, kind })
      }
    }
  }
  return [...added.values()]
}

/** Keys one level deeper, where nothing is known above: a list may be wrapped. Words of the admin API alone are shown. */
function wrappedKeys(records: readonly Json[]): readonly AddedKey[] {
  const shown = (key: string): string => shownKey(key, { known: [], isPrivate: () => true })
  const added = new Map<string, AddedKey>()
  for (const [outer, value] of records.flatMap((record) => Object.entries(record).slice(0, mostKeys)))
    for (const inner of recordsOf(value).slice(0, mostAdded))
      for (const [name, within] of Object.entries(inner).slice(0, mostKeys)) {
        const key = `${shown(outer)}.${shown(name)}`
        const kind = kindOf(within)
        added.set(`${key} ${kind}`, { key, kind })
      }
  return [...added.values()]
}

/**
 * The words that stand in values of the answer which are not to be shown, as in a name: no word is shown as a status, and no
 * key, that is one of them.
 */
function privateWords(json: unknown, shown: Readonly<Record<string, Shown>>): (word: string) => boolean {
  const words = new Set<string>()
  const slots = new Set(Object.keys(shown).flatMap((path) => (path.split('.').at(-1) ?? '').toLowerCase()))
  const pending: unknown[] = [json]
  for (let seen = 0; pending.length > 0 && seen < 20_000; seen++) {
    const value = pending.pop()
    if (Array.isArray(value)) pending.push(...value.slice(0, 1000))
    else if (isObject(value)) {
      for (const [key, inner] of Object.entries(value).slice(0, 1000))
        if (typeof inner !== 'string' || !slots.has(key.toLowerCase())) pending.push(inner)
    } else if (typeof value === 'string')
      for (const word of partsOf(value.slice(0, 1000).replaceAll(/[^\p{L}]+/gu, ' ')))
        if (!isKnownWord(word)) words.add(word.toLowerCase())
  }
  return (word) => words.has(word.toLowerCase())
}
