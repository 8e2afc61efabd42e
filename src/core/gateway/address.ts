/** "Skype and Teams Tenant Admin API": what the tokens of the admin API are for, and it never asks for others. */
export const adminApiResource = '48ac35b8-9aa8-4d74-927d-1f4a14a0b239'

/** The admin API of the worldwide cloud, the only place that ever gets a token of that resource from Microsoft. */
export const serviceBaseUrl = 'https://api.interfaces.records.teams.microsoft.com'

/** Whether a client may talk to this address: the service itself, or a stand-in on this machine. */
export function isAllowedBaseUrl(address: string): boolean {
  return bareUrl(address)?.origin === serviceBaseUrl || isLoopbackAddress(address)
}

/**
 * Whether the address is http on this machine (127.0.0.1, [::1], localhost; any port) and nothing more: no
 * path, query or credentials. Names that only resolve to the loopback do not count.
 */
export function isLoopbackAddress(address: string): boolean {
  const url = bareUrl(address)
  return url?.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname)
}

function bareUrl(address: string): URL | undefined {
  const url = URL.parse(address)
  const isBare = url?.pathname === '/' && `${url.search}${url.hash}${url.username}${url.password}` === ''
  return isBare ? url : undefined
}
