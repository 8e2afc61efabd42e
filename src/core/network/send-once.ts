import type { Fetch } from './fetch.ts'

/**
 * Node's fetch, with the text of a POST passed as a stream. After a 421, fetch silently sends the body again if it still
 * has it (undici, lib/web/fetch, as the Fetch standard says). A stream that was read is gone.
 * The length is still sent, so on the wire only the repetition changes.
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
