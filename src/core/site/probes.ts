import { type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { connect } from 'node:tls'
import type { Certificate, HttpAnswer } from '../../shared/site/check/observation.ts'
import type { SiteNetwork } from './site-network.ts'

const bodyLimit = 4096

/** One GET over a connection of its own. It follows no redirect, and no agent of Node's puts a proxy in between. */
export async function get(
  network: SiteNetwork,
  url: { readonly host: string; readonly path: string },
  userAgent: string,
  signal: AbortSignal,
  proxy?: string,
): Promise<HttpAnswer> {
  const to = proxy === undefined ? { host: url.host, port: 80 } : hostAndPort(proxy)
  const socket = await network.connect(to.host, to.port, signal)
  try {
    return await askOver(socket, {
      path: proxy === undefined ? url.path : `http://${url.host}${url.path}`,
      headers: { Host: url.host, 'User-Agent': userAgent, Accept: '*/*', Connection: 'close' },
      signal,
    })
  } finally {
    socket.destroy()
  }
}

function askOver(
  socket: Socket,
  { path, headers, signal }: { path: string; headers: Record<string, string>; signal: AbortSignal },
): Promise<HttpAnswer> {
  return new Promise((settle, reject) => {
    const sent = request({ createConnection: () => socket, method: 'GET', path, headers, signal })
    sent.on('error', reject)
    sent.once('response', (answer) => void readAnswer(answer).then(settle, reject))
    sent.end()
  })
}

async function readAnswer(answer: IncomingMessage): Promise<HttpAnswer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer) {
    parts.push(part)
    length += part.length
    if (length >= bodyLimit) break
  }
  return {
    kind: 'answered',
    status: answer.statusCode ?? 0,
    headers: Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, String(value)])),
    body: Buffer.concat(parts).subarray(0, bodyLimit).toString('utf8'),
  }
}

/** Reads `proxy.contoso.com:8080` or `[::1]:8080`. */
function hostAndPort(proxy: string): { host: string; port: number } {
  const at = proxy.lastIndexOf(':')
  return { host: proxy.slice(0, at).replace(/^\[|\]$/g, ''), port: Number(proxy.slice(at + 1)) }
}

/** The issuer of a host's certificate, and any problem with it. Sends nothing after the handshake. */
export async function certificateOf(
  network: SiteNetwork,
  host: string,
  signal: AbortSignal,
): Promise<Certificate> {
  const socket = await network.connect(host, 443, signal)
  try {
    return await new Promise<Certificate>((settle, reject) => {
      const secured = connect({
        socket,
        servername: host,
        ca: [...network.authorities],
        // The probe only looks at the certificate, whoever issued it, and sends nothing.
        rejectUnauthorized: false,
      })
      const abort = (): void => reject(signal.reason)
      signal.addEventListener('abort', abort, { once: true })
      secured.on('error', reject)
      secured.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
      secured.once('secureConnect', () => {
        const { issuer } = secured.getPeerCertificate()
        const name = issuer?.O ?? issuer?.CN ?? ''
        settle({
          kind: 'certificate',
          issuer: String(name),
          problem: secured.authorized ? undefined : String(secured.authorizationError),
        })
      })
    })
  } finally {
    socket.destroy()
  }
}

/** Seconds from 1900, when the time of NTP begins, to 1970. */
const ntpEpoch = 2_208_988_800

/** How far this computer's clock is ahead of a time server's, in milliseconds (SNTP, RFC 4330). */
export async function clockOffset(network: SiteNetwork, host: string, signal: AbortSignal): Promise<number> {
  const packet = new Uint8Array(48)
  // Version 4, client.
  packet[0] = 0x23
  const asked = network.now()
  const answer = Buffer.from(await network.exchange(host, 123, packet, signal))
  const received = network.now()
  if (answer.length < 48 || (answer.readUInt8(0) & 7) !== 4 || answer.readUInt8(1) === 0)
    throw new Error('That is no time')
  const at = (offset: number): number =>
    (answer.readUInt32BE(offset) - ntpEpoch + answer.readUInt32BE(offset + 4) / 2 ** 32) * 1000
  return (asked - at(32) + (received - at(40))) / 2
}
