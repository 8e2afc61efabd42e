import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The place where the browser comes back to after a person has signed in there (RFC 8252, 7.3). */
export type BrowserReturn = {
  /** `http://localhost:PORT`, which Entra allows with any port. */
  readonly address: string
  /** The authority's answer, which the browser brings. Never rejects; stays pending if no browser comes. */
  readonly brought: Promise<Brought>
  /** Ends the listener with all connections to it. */
  close(): void
}

/** The form that Entra fills in: a code, or the reason why there is none. */
type Brought = {
  readonly code?: string
  readonly clientInfo?: string
  readonly error?: string
  readonly description?: string
  readonly suberror?: string
}

/**
 * Listens on a free port of 127.0.0.1 for one form with the given state. MSAL's own listener reads a request of any
 * size into memory, takes no limits and cannot be ended (LoopbackClient of msal-node 7.2). Any program and any web page
 * on this computer can send something here. This listener refuses anything but that form at once. Such a request takes
 * little memory, and changes nothing about the sign-in.
 */
export async function awaitBrowser(
  state: string,
  pages: { readonly success: string; readonly error: string },
): Promise<BrowserReturn> {
  let bring: (brought: Brought) => void = () => undefined
  const brought = new Promise<Brought>((resolve) => {
    bring = resolve
  })
  const { createServer } = await import('node:http')
  const server = createServer(limits, (request, response) => {
    void readForm(request).then((form) => {
      if (typeof form === 'number') return refuse(response, form)
      if (form.getAll('state').join() !== state) return refuse(response, 400)
      const found = readFields(form)
      if (found.code === undefined && found.error === undefined) return refuse(response, 400)
      response.on('close', () => bring(found))
      response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' })
      response.end(found.code === undefined ? pages.error : pages.success)
    })
  })
  server.maxConnections = mostConnections
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}`,
    brought,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** In bytes. A code of Entra's has one or two thousand characters, an error a few sentences. */
const largestForm = 16 * 1024

/**
 * A browser sends a form at once. Headers are the larger part: cookies ignore ports, so the browser also sends those of
 * everything else on localhost.
 */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 2_000,
}
/** A browser opens some connections before it needs them. */
const mostConnections = 32

/** The form of a request, or the status to refuse it with. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | number> {
  const { method, url, headers } = request
  if (method !== 'POST') return 405
  if (url !== '/') return 404
  if (headers['content-type']?.split(';')[0]?.trim() !== 'application/x-www-form-urlencoded') return 415
  if (Number(headers['content-length'] ?? 0) > largestForm) return 413
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request) {
      size += chunk.length
      if (size > largestForm) return 413
      chunks.push(chunk)
    }
  } catch {
    return 400
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

function readFields(form: URLSearchParams): Brought {
  const field = (name: string): string | undefined => form.get(name) || undefined
  const [code, clientInfo, error] = [field('code'), field('client_info'), field('error')]
  const [description, suberror] = [field('error_description'), field('suberror')]
  if (error !== undefined)
    return { error, ...(description && { description }), ...(suberror && { suberror }) }
  return { ...(code && { code }), ...(clientInfo && { clientInfo }) }
}

/** Leaves the rest of the request unread. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { Connection: 'close' })
  response.end(() => response.socket?.destroySoon())
}
