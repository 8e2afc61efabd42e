import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { closeServer, listenOnLoopback } from './loopback.ts'

export type SeenRequest = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type SmallServer = {
  readonly baseUrl: string
  readonly seen: readonly SeenRequest[]
  close(): Promise<void>
}

/** An HTTP server of a few lines, to answer what no well-behaved service would. */
export async function smallServer(
  answer: (request: SeenRequest, response: ServerResponse) => void,
): Promise<SmallServer> {
  const seen: SeenRequest[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request
    const one = { method, path, headers, body: await text(request) }
    seen.push(one)
    answer(one, response)
  })
  const port = await listenOnLoopback(server)
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    seen,
    close: () => closeServer(server),
  }
}
