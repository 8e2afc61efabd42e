import { createServer, request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { closeServer, listenOnLoopback } from './loopback.ts'

/** A proxy on this computer that lets through who knows its password, by Basic (RFC 7617). */
export type AskingProxy = {
  /** `127.0.0.1:3128`. */
  readonly address: string
  /** How often somebody came without the password, or with a wrong one. */
  refusals(): number
  /** How often it let somebody through. */
  passages(): number
  close(): Promise<void>
}

export async function startAskingProxy(username: string, password: string): Promise<AskingProxy> {
  const wanted = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  const asks = 'Basic realm="Contoso internet access"'
  let refused = 0
  let passed = 0

  const server = createServer((request, response) => {
    const { url = '', method, headers } = request
    const { 'proxy-authorization': given, ...others } = headers
    if (given !== wanted) {
      refused++
      response.writeHead(407, { 'Proxy-Authenticate': asks }).end()
      return
    }
    passed++
    const onward = httpRequest(url, { method, headers: others }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  })
  server.on('connect', ({ url, headers }, socket) => {
    socket.on('error', () => undefined)
    if (headers['proxy-authorization'] !== wanted) {
      refused++
      socket.end(
        `HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${asks}\r\nContent-Length: 0\r\n\r\n`,
      )
      return
    }
    passed++
    const { hostname, port } = new URL(`tcp://${url}`)
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      onward.pipe(socket)
      socket.pipe(onward)
    })
    onward.on('error', () => socket.destroy())
  })
  const port = await listenOnLoopback(server)
  return {
    address: `127.0.0.1:${port}`,
    refusals: () => refused,
    passages: () => passed,
    close: () => closeServer(server),
  }
}
