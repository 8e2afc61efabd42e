import { isGuid } from '../guid.ts'
import type { JsonKind } from './report.ts'
import { isKnownWord, partsOf } from './vocabulary.ts'

/** How a value is shown: a word as it came, of the rest the form alone. */
export type Shown = 'word' | 'time' | 'id'

/** What a value may show of itself. `isPrivate` tells words that stand elsewhere in the answers, as in a name. */
export function shownValue(value: unknown, as: Shown, isPrivate: (word: string) => boolean): string {
  if (typeof value === 'boolean' || value === null) return String(value)
  if (typeof value !== 'string') return `(${kindOf(value)})`
  if (value === '') return '(empty)'
  switch (as) {
    case 'word':
      return isShowableWord(value, isPrivate) ? value : textForm(value)
    case 'time':
      return timeForm(value)
    case 'id':
      return idForm(value)
  }
}

/** A code of an error: a status or one of five digits that begins with it (40301), one of Microsoft Entra, or known words in one. */
export function shownCode(code: string): string | undefined {
  if (/^[45]\d\d(?:\d\d)?$/.test(code) || /^AADSTS\d{4,7}$/.test(code)) return code
  if (!/^[A-Za-z_]{2,60}$/.test(code)) return undefined
  const parts = partsOf(code)
  const known = parts.filter(isKnownWord).length
  return known === parts.length || (known > 0 && parts.length > 1) ? code : undefined
}

/**
 * Shows a key that nobody knows, unless it may be a name: an object may be keyed by usernames or phone numbers. Such a
 * key becomes a mask. A key is shown if all its words are the admin API's; or if at least one is, a known key beside it
 * has its case, and none of its other words is private.
 */
export function shownKey(
  key: string,
  beside: { readonly known: readonly string[]; readonly isPrivate: (word: string) => boolean },
): string {
  const mask = `(key of ${key.length} characters)`
  if (!/^[A-Za-z][A-Za-z_.@-]{0,59}$/.test(key)) return mask
  const parts = partsOf(key)
  if (parts.length > 0 && parts.every(isKnownWord)) return key
  const isAlike = beside.known.some((known) => isUpper(known) === isUpper(key))
  const isSafe =
    /^[A-Za-z]+$/.test(key) && !parts.some((part) => !isKnownWord(part) && beside.isPrivate(part))
  return isAlike && isSafe && parts.some(isKnownWord) ? key : mask
}

export function kindOf(value: unknown): JsonKind {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return 'number'
  return typeof value === 'boolean' ? 'true/false' : 'object'
}

const isUpper = (word: string): boolean => /^[A-Z]/.test(word)

function isShowableWord(value: string, isPrivate: (word: string) => boolean): boolean {
  if (/^[A-Za-z_ -]{1,60}$/.test(value) && partsOf(value).every(isKnownWord)) return true
  return /^[A-Za-z]{2,40}$/.test(value) && ![value, ...partsOf(value)].some(isPrivate)
}

const textForm = (value: string): string => `(text of ${value.length} characters)`

/** `2026-03-02T09:00:00Z` as `0000-00-00T00:00:00Z`. */
function timeForm(value: string): string {
  const isTime = value.length <= 40 && /^[\d\s:.,/+-]*\d[\d\s:.,/+TZ-]*(?: ?[AP]M)?$/.test(value)
  return isTime && /[-/:]/.test(value) ? value.replaceAll(/\d/g, '0') : textForm(value)
}

function idForm(value: string): string {
  if (isGuid(value)) return '(GUID)'
  if (value.includes('@')) return '(username)'
  if (/^\d+$/.test(value)) return `(${value.length} digits)`
  return textForm(value)
}
