import type { Net } from 'electron'
import type { Fetch } from './network/fetch.ts'

/**
 * Fetch by Chromium's network stack, of the default session: the system's proxy, PAC and certificates count.
 * No cookie is kept or sent, and the app's own protocol is no address of the network.
 */
export const electronFetch =
  (net: Pick<Net, 'fetch'>): Fetch =>
  (url, init) =>
    net.fetch(url, { ...init, credentials: 'omit', bypassCustomProtocolHandlers: true })
