const longest = 60

/**
 * A value of a file as a message shows it: in quotes, at most 60 characters, every character visible. A cell
 * may hold a megabyte, control characters that a terminal obeys, or blanks that nobody sees.
 */
export function quoted(value: string): string {
  if (value !== last.value) last = { value, shown: inQuotes(value) }
  return last.shown
}

/** The issues of a row are about the same few values: of 400,000 issues most need no look at theirs. */
let last = { value: '', shown: '""' }

function inQuotes(value: string): string {
  const shown = value.length > longest ? `${value.slice(0, longest - 1)}…` : value
  return `"${plain.test(shown) ? shown : shown.replace(hidden, visible).toWellFormed()}"`
}

// Most values are, and that is told in a tenth of the time.
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u05ff]*$/
// Controls, no-break blanks, soft hyphen, zero-width and direction marks, separators of lines.
const hidden = /[\p{Cc}\p{Cf}\u00a0\u2007\u202f\u2028\u2029]/gu

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  // Unicode has a picture for each of the C0 controls, from U+2400 on.
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  // Marks of Latin 1: with any other character, all that it is part of takes twice the memory, and longer.
  return `«U+${code.toString(16).toUpperCase().padStart(4, '0')}»`
}
