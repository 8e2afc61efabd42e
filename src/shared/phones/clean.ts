/**
 * Removes what office programs, dialogs and web pages add to copied text: no-break and zero-width spaces, typographic
 * dashes, apostrophes and quotes, spaces and quotes around it, and the `="..."` or the apostrophe that keeps a
 * spreadsheet from reading a number. Answers the same string if there is nothing to remove.
 */
export function cleanCell(text: string): string {
  return withoutWrapping(isAscii(text) ? text : withPlainCharacters(text))
}

/** Whether nothing is left of the cell once it is cleaned. */
export function isBlank(text: string): boolean {
  // No letter, digit or other such mark of ASCII is ever removed, and nearly every cell begins with one.
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 0x27 && code < 0x7f && code !== 0x3d) return false
  }
  return cleanCell(text) === ''
}

const blanks = /[\u0085\u00a0\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/g
const dashes = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
const apostrophes = /[\u2018\u2019\u02bc]/g
const quotes = /[\u201c-\u201f]/g
// Soft hyphen, zero-width blanks and joiners, direction marks, byte order mark.
const widthless = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

// Most texts have none of these, or blanks alone.
const rarer = new RegExp([dashes, apostrophes, quotes, widthless].map(({ source }) => source).join('|'))

function withPlainCharacters(text: string): string {
  const spaced = text.replace(blanks, ' ')
  if (!rarer.test(spaced)) return spaced
  return spaced.replace(dashes, '-').replace(apostrophes, "'").replace(quotes, '"').replace(widthless, '')
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

function withoutWrapping(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && (isWrapping(text.charCodeAt(start)) || text.startsWith('="', start))) start++
  while (end > start && isWrapping(text.charCodeAt(end - 1))) end--
  return text.slice(start, end)
}

/** The quotation mark, the apostrophe, and all from U+0000 to the blank: tabs, line breaks, the end-of-file mark of DOS. */
function isWrapping(code: number): boolean {
  return code === 0x22 || code === 0x27 || code <= 0x20
}
