/** The words about the connection to the authority, by the authority's host. */
export const network = {
  'no-address': (host: string) => ({
    message: `No address was found for ${host}.`,
    remedy: 'Check the network and its DNS server, then try again.',
  }),
  offline: () => ({
    message: 'This computer is offline.',
    remedy: 'Connect it to the network, then try again.',
  }),
  refused: (host: string) => ({
    message: `No connection to ${host} could be made.`,
    remedy: 'Check the network and the firewall, then try again.',
  }),
  'timed-out': (host: string) => ({
    message: `${host} didn't answer in time.`,
    remedy: 'Check the network, then try again.',
  }),
  lost: (host: string) => ({
    message: `The connection to ${host} was lost before an answer came.`,
    remedy: 'Check the network, then try again.',
  }),
  'proxy-asks': (host: string) => ({
    message: `The proxy on the way to ${host} asks for a user name and a password.`,
    remedy:
      'Sign in to the proxy as you usually do, or ask your network administrator to let this app through.',
  }),
  'proxy-fails': (host: string) => ({
    message: `The proxy on the way to ${host} can't be reached or doesn't let the request through.`,
    remedy: 'Check the proxy settings of this computer, or ask your network administrator.',
  }),
  'proxy-blocks': (host: string, status: number) => ({
    message: `A web page with status ${status} came instead of an answer from ${host}. Something in the network seems to block it.`,
    remedy: `Ask your network administrator to allow ${host}.`,
  }),
  certificate: (host: string) => ({
    message: `The certificate that answered for ${host} isn't trusted on this computer, so nothing was sent.`,
    remedy:
      "A proxy that inspects traffic causes this when its own certificate isn't installed here. Ask your network administrator to install it, or not to inspect this address.",
  }),
  tls: (host: string) => ({
    message: `A secure connection to ${host} couldn't be made.`,
    remedy:
      'A proxy or a network that asks for a sign-in page can cause this. Ask your network administrator.',
  }),
  'portal-page': (host: string) => ({
    message: `A web page came instead of an answer from ${host}. This network seems to have a sign-in page of its own.`,
    remedy: 'Open any web page in the browser, sign in to the network there, then try again.',
  }),
  'portal-redirect': (host: string) => ({
    message: `The request to ${host} was redirected. This network seems to have a sign-in page of its own.`,
    remedy: 'Open any web page in the browser, sign in to the network there, then try again.',
  }),
  garbled: (host: string) => ({
    message: `The answer from ${host} can't be read.`,
    remedy:
      'Try again. If it happens again, something in the network may change the answers: ask your network administrator.',
  }),
  busy: (host: string) => ({
    message: `${host} has trouble or asks for fewer requests.`,
    remedy: 'Wait a few minutes and try again.',
  }),
}
