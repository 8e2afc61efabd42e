import type { Agent, IncomingMessage } from 'node:http'

/**
 * Calls the simulator of this process, as fetch does: a request is sent once, and rejects as node:http does. (Whatever a
 * call of Node's fetch makes stays in memory until the next large collection of V8, some 10 kB; a simulated run makes ten
 * thousands of calls in a minute.)
 */
export function createLoopbackFetch(): (url: string, init: RequestInit) => Promise<Response> {
  let agent: Agent | undefined
  return async (url, { method = 'GET', headers, body, signal }) => {
    // Loaded with the first call; see simulator.ts.
    const { Agent, request } = await import('node:http')
    agent ??= new Agent({ keepAlive: true })
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const sent = request(
      url,
      { agent, method, headers: Object.fromEntries(new Headers(headers)), ...(signal && { signal }) },
      (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.once('error', reject)
        answer.once('end', () => resolve(responseOf(answer, Buffer.concat(parts))))
      },
    )
    sent.once('error', reject)
    sent.end(typeof body === 'string' ? body : undefined)
    return promise
  }
}

function responseOf(
  { statusCode: status = 0, headersDistinct }: IncomingMessage,
  body: Uint8Array<ArrayBuffer>,
) {
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return new Response(body, { status, headers })
}
