import type { App } from 'electron'

/**
 * Over HTTP/2 and QUIC, Chromium sends a request again by itself even on a new connection, for example when the network is
 * gone for some seconds (net/http/http_network_transaction.cc, ERR_HTTP2_PING_FAILED and ERR_QUIC_PROTOCOL_ERROR). This
 * app's requests must not be sent twice. Must be called before the app is ready.
 */
export function keepToHttp1(app: { readonly commandLine: Pick<App['commandLine'], 'appendSwitch'> }): void {
  for (const name of ['disable-http2', 'disable-quic']) app.commandLine.appendSwitch(name)
}
