/**
 * JSON in which nothing is obeyed or unseen where it is looked at: what `JSON.stringify` leaves as it is (C1
 * controls, direction marks, separators of lines) is escaped too. It stands for the very same value.
 */
export const visibleJson = (value: unknown, indent?: number): string =>
  visibly(JSON.stringify(value, null, indent))

/** The same for what is JSON already. */
export const visibly = (json: string): string =>
  isPlain.test(json) ? json : json.replaceAll(unseen, escaped)

// Nearly all JSON is plain, and that is told in a tenth of the time: ASCII, the letters of most languages, and the marks and
// symbols that stand in messages. None of the characters between these ends is unseen.
const isPlain = /^[\n -~\u00a0-\u00ac\u00ae-\u05ff\u2010-\u2027\u2030-\u205e\u2190-\u2bff\u3000-\ud7ff]*$/
const unseen = /[\x7f-\x9f\p{Cf}\u2028\u2029]/gu

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
