/** How much an answer may hold; more is not taken for an answer. */
export type AnswerLimits = {
  readonly bytes: number
  /** Values of JSON, keys among them. */
  readonly values: number
  /** Values of one array. */
  readonly items: number
}

/** Nothing that is asked for has more keys in one object, or is nested deeper. */
const mostKeys = 1000
const deepest = 64

/**
 * Whether a text is more JSON than allowed, without parsing it: a few MB of brackets or short keys take hundreds of MB
 * once they are values. A text that is no JSON is never too much.
 */
export function isTooMuch(text: string, { values, items }: AnswerLimits): boolean {
  if (!/^\s*[[{]/.test(text)) return false
  const counts = [0]
  const isArray = [false]
  let seen = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case quote:
        at = endOfString(text, at)
        break
      case openArray:
      case openObject:
        seen++
        isArray.push(text.charCodeAt(at) === openArray)
        if (counts.push(1) > deepest) return true
        break
      case closeArray:
      case closeObject:
        counts.pop()
        isArray.pop()
        break
      case colon:
        seen++
        break
      case comma: {
        seen++
        const count = (counts.at(-1) ?? 0) + 1
        counts[counts.length - 1] = count
        if (count > (isArray.at(-1) ? items : mostKeys)) return true
        break
      }
    }
    if (seen > values) return true
  }
  return false
}

/** The place of the quote that ends the string. */
function endOfString(text: string, begin: number): number {
  let at = begin + 1
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) return at
    if (code === backslash) at++
  }
  return at
}

const quote = 0x22
const backslash = 0x5c
const comma = 0x2c
const colon = 0x3a
const openArray = 0x5b
const closeArray = 0x5d
const openObject = 0x7b
const closeObject = 0x7d
