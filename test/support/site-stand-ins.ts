import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, createServer as createTcp, type Server, type Socket } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { generate } from 'selfsigned'
import type { SiteNetwork } from '../../src/core/site/site-network.ts'

/** The faults of a stand-in's network. */
export type SiteFaults = {
  /** Answers in the place of the page that finds sign-in pages. */
  readonly portal?: (response: ServerResponse) => void
  /** Answers in the gateway's place. */
  readonly gateway?: (response: ServerResponse) => void
  /** Cuts connections to these ports before an answer comes. */
  readonly cut?: readonly number[]
  /** Refuses connections to these ports. */
  readonly refused?: readonly number[]
  /** No name server is reached, or none that knows the internet. */
  readonly noNames?: true
  readonly foreignAuthority?: true
  readonly resolve?: (host: string, family: 4 | 6) => readonly string[] | string
  /** Time servers do not answer. */
  readonly noTime?: true
  /** How far the time server is ahead, in milliseconds. */
  readonly timeAhead?: number
  readonly proxy?: true
  readonly routeAddress?: string | undefined
  readonly hasIpv6?: true
}

/** Where something was sent, and the bytes of what was. */
export type Sent = { readonly to: string; bytes(): Buffer }

/** A network in which every host is a stand-in on loopback, and which writes down whatever leaves this computer. */
export async function openStandIns(faults: SiteFaults = {}): Promise<{
  readonly network: SiteNetwork
  readonly sent: readonly Sent[]
  close(): Promise<void>
}> {
  const hosts = ['teams.microsoft.com']
  const made = await generate([{ name: 'organizationName', value: 'Stand-in Authority' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
    ],
  })
  const pages = createHttp((request: IncomingMessage, response: ServerResponse) => {
    const isPortal = request.headers.host === 'www.msftconnecttest.com'
    const fault = isPortal ? faults.portal : faults.gateway
    if (fault) fault(response)
    else if (isPortal) response.end('Microsoft Connect Test')
    else response.writeHead(403, { 'content-type': 'text/plain' }).end('no')
  })
  const proxy = createHttp((_, response) => response.writeHead(404).end())
  const secure = createTls({ key: made.private, cert: made.cert })
  const signalling = createTcp()
  const cutting = createTcp((socket) => socket.resetAndDestroy())
  const servers: Readonly<Record<string, Server>> = {
    80: pages,
    8080: proxy,
    443: secure,
    5061: signalling,
    cut: cutting,
  }
  for (const server of Object.values(servers)) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  const time = createSocket('udp4')
  time.on('message', (_, { port }) => time.send(timePacket(faults.timeAhead ?? 0), port, '127.0.0.1'))
  time.bind(0, '127.0.0.1')
  await once(time, 'listening')
  const sent: Sent[] = []
  const open: Socket[] = []
  const portOf = (server: Server | undefined): number =>
    server === undefined ? 1 : (server.address() as AddressInfo).port

  const network: SiteNetwork = {
    routeAddress: async () => ('routeAddress' in faults ? faults.routeAddress : '10.1.20.30'),
    defaultGateway: async () => '10.1.20.1',
    hasIpv6: () => faults.hasIpv6 ?? false,
    resolve: async (host, family) => {
      sent.push({ to: `dns ${host}`, bytes: () => Buffer.alloc(0) })
      const usual = family === 6 ? 'ENOTFOUND' : ['13.107.1.2']
      const answer = faults.noNames ? 'ENOTFOUND' : (faults.resolve?.(host, family) ?? usual)
      if (typeof answer === 'string') throw Object.assign(new Error(answer), { code: answer })
      return answer
    },
    async connect(host, port) {
      if (faults.noNames) throw Object.assign(new Error('no name'), { code: 'ENOTFOUND' })
      const isRefused = faults.refused?.includes(port)
      const server = faults.cut?.includes(port) ? servers['cut'] : servers[port]
      if (isRefused) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
      const socket = connect({ host: '127.0.0.1', port: portOf(server) })
      socket.on('error', () => undefined)
      open.push(socket)
      await once(socket, 'connect')
      const written: Buffer[] = []
      const write = socket.write.bind(socket)
      // What is written is what leaves this computer.
      socket.write = ((chunk: Uint8Array | string, ...rest: []) => {
        written.push(Buffer.from(chunk))
        return write(chunk, ...rest)
      }) as typeof socket.write
      sent.push({ to: `tcp ${host}:${port}`, bytes: () => Buffer.concat(written) })
      return socket
    },
    async exchange(host, port, packet) {
      if (faults.noNames) throw Object.assign(new Error('no name'), { code: 'ENOTFOUND' })
      if (faults.noTime) throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
      sent.push({ to: `udp ${host}:${port}`, bytes: () => Buffer.from(packet) })
      const socket = createSocket('udp4')
      try {
        socket.send(packet, (time.address() as AddressInfo).port, '127.0.0.1')
        const [answer] = await once(socket, 'message')
        return answer as Uint8Array
      } finally {
        socket.close()
      }
    },
    proxyFor: async () => (faults.proxy ? 'proxy.contoso.com:8080' : undefined),
    authorities: faults.foreignAuthority ? [] : [made.cert],
    now: () => Date.now(),
  }
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy()
    time.close()
    for (const server of [pages, proxy]) server.closeAllConnections()
    await Promise.all(Object.values(servers).map((server) => new Promise((done) => server.close(done))))
  }
  return { network, sent, close }
}

/** An answer of a time server (RFC 4330). */
function timePacket(ahead: number): Buffer {
  const packet = Buffer.alloc(48)
  packet.set([0x24, 2])
  const seconds = (Date.now() + ahead) / 1000 + 2_208_988_800
  for (const at of [32, 40]) {
    packet.writeUInt32BE(Math.floor(seconds), at)
    packet.writeUInt32BE(Math.floor((seconds % 1) * 2 ** 32), at + 4)
  }
  return packet
}
