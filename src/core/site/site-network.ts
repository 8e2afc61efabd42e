import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { connect, type Socket } from 'node:net'
import { networkInterfaces } from 'node:os'
import { rootCertificates } from 'node:tls'
import { defaultGateway } from './default-gateway.ts'

/**
 * The parts of this computer's network that the check of a site needs. The tests have a network of their own, on
 * loopback.
 */
export type SiteNetwork = {
  /** This computer's own IPv4 address on the way to the internet. Sends nothing. */
  routeAddress(): Promise<string | undefined>
  /** The router on the way from that address, as far as the system tells it. Sends nothing. */
  defaultGateway(routeAddress: string | undefined): Promise<string | undefined>
  hasIpv6(): boolean
  /** Addresses by the system's own resolver. Rejects as node:dns does. */
  resolve(host: string, family: 4 | 6): Promise<readonly string[]>
  /** A TCP connection by IPv4, without any proxy. Rejects as node:net does. */
  connect(host: string, port: number, signal: AbortSignal): Promise<Socket>
  /** The first answer to a datagram. */
  exchange(host: string, port: number, packet: Uint8Array, signal: AbortSignal): Promise<Uint8Array>
  /** `host:port` of the proxy that the system uses for a URL. */
  proxyFor(url: string): Promise<string | undefined>
  /** The public authorities, in PEM. Those that an organisation has added do not count, because phones lack them. */
  readonly authorities: readonly string[]
  /** Milliseconds since 1970. */
  now(): number
}

/** The network of this computer. The app and the terminal find the proxy in different ways, so the caller tells it. */
export const thisNetwork = (proxyFor: SiteNetwork['proxyFor']): SiteNetwork => ({
  routeAddress,
  defaultGateway,
  hasIpv6: () =>
    Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .some(({ family, internal, address }) => family === 'IPv6' && !internal && !address.startsWith('fe80')),
  resolve: async (host, family) => (await lookup(host, { family, all: true })).map(({ address }) => address),
  connect: connectTo,
  exchange,
  proxyFor,
  authorities: rootCertificates,
  now: () => Date.now(),
})

/** Connecting a datagram socket only looks up the route, and sends nothing. The address is in one of Teams' ranges. */
function routeAddress(): Promise<string | undefined> {
  return new Promise((settle) => {
    const socket = createSocket('udp4')
    const end = (address: string | undefined): void => {
      socket.close()
      settle(address)
    }
    socket.once('error', () => end(undefined))
    socket.once('connect', () => end(socket.address().address))
    socket.connect(5061, '52.112.0.1')
  })
}

function connectTo(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((settle, reject) => {
    const socket = connect({ host, port, family: 4, signal })
    socket.once('error', reject)
    socket.once('connect', () => {
      // The next user of the socket listens for its end. An error after that concerns nobody.
      socket.on('error', () => undefined)
      settle(socket)
    })
  })
}

function exchange(host: string, port: number, packet: Uint8Array, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((settle, reject) => {
    const socket = createSocket({ type: 'udp4', signal })
    const end = (finish: () => void): void => {
      signal.removeEventListener('abort', abort)
      if (!signal.aborted) socket.close()
      finish()
    }
    const abort = (): void => end(() => reject(signal.reason))
    signal.addEventListener('abort', abort, { once: true })
    socket.once('error', (error) => end(() => reject(error)))
    socket.once('message', (answer) => end(() => settle(answer)))
    // Not a callback of `connect`: Node calls that after an error, too.
    socket.once('connect', () => socket.send(packet))
    socket.connect(port, host)
  })
}
