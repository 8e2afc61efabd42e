import type { Fetch } from './fetch.ts'

/**
 * Node's fetch, with the text of a POST handed over once. After a 421 fetch sends again what it still has, unsaid
 * (undici, lib/web/fetch, as the Fetch standard has it); what has been read from a stream nobody has any more.
 * The length is told all the same, so that nothing but the repetition changes on the wire.
 */
export const sendOnce =
  (fetch: Fetch): Fetch =>
  (url, init) =>
    typeof init.body === 'string'
      ? fetch(url, { ...init, ...handedOverOnce(init, init.body) })
      : fetch(url, init)

function handedOverOnce({ headers }: RequestInit, text: string): RequestInit {
  const bytes = new TextEncoder().encode(text)
  const body = new ReadableStream<Uint8Array>(
    {
      pull(reader) {
        reader.enqueue(bytes)
        reader.close()
      },
    },
    { highWaterMark: 0 },
  )
  const told = new Headers(headers)
  told.set('Content-Length', String(bytes.byteLength))
  const handedOver = { body, duplex: 'half', headers: told } as const
  return handedOver
}
