/**
 * Words of a file or of the network, for a place that obeys control characters, line ends or direction marks:
 * a terminal, a list of one line an entry, a notification. Each such character becomes U+FFFD.
 */
export const harmless = (words: string): string => words.replaceAll(obeyed, '\uFFFD')

// Controls of both sets, direction marks and other unseen format characters, separators of lines.
const obeyed = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
