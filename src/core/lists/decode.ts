import { isAscii } from 'node:buffer'

/**
 * The text of a file whose encoding nobody names. A byte order mark decides. Without one, the file is UTF-16 if every
 * other byte is 0, and UTF-8 if all of it is valid. Any other file is windows-1252, which Excel's plain "CSV" is in
 * Western Europe and the Americas. Never fails, because windows-1252 reads any bytes.
 */
export const decodeText = (bytes: Uint8Array): string =>
  isAscii(bytes) ? decode(bytes) : compact(decode(bytes))

/**
 * The same text, with one byte for each character if all are of Latin 1. A decoder's text has two if any is not ASCII, and so
 * has each cell cut from it: they are twice as large, and slower to compare and search.
 */
const compact = (text: string): string =>
  /[\u0100-\uffff]/.test(text) ? text : Buffer.from(text, 'latin1').toString('latin1')

function decode(bytes: Uint8Array): string {
  const encoding = byMark(bytes) ?? byZeros(bytes)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

function byMark([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

/** UTF-16 without a mark. A phone list is mostly ASCII, and UTF-16 adds a 0 to each byte of that. */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 512)
  let even = 0
  let odd = 0
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even++
    else odd++
  })
  const most = sample.length * 0.3
  if (odd > most && even === 0) return 'utf-16le'
  return even > most && odd === 0 ? 'utf-16be' : undefined
}
