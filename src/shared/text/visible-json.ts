/**
 * JSON in which nothing is obeyed or unseen where it is looked at: what `JSON.stringify` leaves as it is (C1
 * controls, direction marks, separators of lines) is escaped too. It stands for the very same value.
 */
export function visibleJson(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replaceAll(/[\x7f-\x9f\p{Cf}\u2028\u2029]/gu, escaped)
}

const escaped = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
