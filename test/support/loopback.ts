import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Has the server listen on this machine alone; answers the port that the system gave it. */
export async function listenOnLoopback(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Does not wait for clients that are still connected. */
export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
