import { briefly } from '../../shared/text/briefly.ts'
import { type AnswerLimits, isTooMuch } from './weigh.ts'

/** What came of an answer's body. Of one that is too large no more than its beginning. */
export type Body = { readonly text: string; readonly end: 'whole' | 'cut' | 'too-large' }

/** Reads as much as the limits allow; a connection that breaks half-way leaves what had come by then. */
export async function readBody(response: Response, limits: AnswerLimits): Promise<Body> {
  const body = await readText(response, limits.bytes)
  const isLarge = body.end === 'too-large' || (body.end === 'whole' && isTooMuch(body.text, limits))
  return isLarge ? { text: body.text.slice(0, beginning), end: 'too-large' } : body
}

/** Enough to show what it is, and for a token at its beginning to be whole. In characters. */
const beginning = 32 * 1024

async function readText(response: Response, limit: number): Promise<Body> {
  if (!response.body) return { text: '', end: 'whole' }
  const decoder = new TextDecoder()
  const reader = response.body.getReader()
  let text = ''
  let size = 0
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      size += chunk.value.byteLength
      text += decoder.decode(chunk.value.subarray(0, limit), { stream: true })
      if (size > limit) {
        await reader.cancel()
        return { text, end: 'too-large' }
      }
    }
    return { text: text + decoder.decode(), end: 'whole' }
  } catch {
    return { text, end: 'cut' }
  }
}

/** The beginning of a text on one line, without secrets, for people: whole answers have no place in messages and journals. */
export function excerpt(text: string, length = 300): string | undefined {
  const line = briefly(text, 20 * length)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const kept = line.length > length ? `${line.slice(0, length)}…` : line
  return kept === '' ? undefined : kept
}
