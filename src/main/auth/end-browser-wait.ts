import { request } from 'node:http'

/**
 * Ends MSAL's wait for the browser, which has no cancel: tells its listener what the authority would, had the
 * person declined. `url` is the address that the browser was given. Never rejects: a listener that is gone
 * waits no more.
 */
export function endBrowserWait(url: string): Promise<void> {
  const { searchParams } = new URL(url)
  const state = searchParams.get('state') ?? ''
  const port = URL.parse(searchParams.get('redirect_uri') ?? '')?.port
  const body = new URLSearchParams({ error: 'access_denied', state }).toString()
  return new Promise((resolve) => {
    // By number and not by name: MSAL listens on 127.0.0.1 alone, and no proxy has to do with it.
    const call = request(
      {
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: '/',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        timeout: 1000,
      },
      (answer) => answer.resume(),
    )
    call.on('timeout', () => call.destroy())
    call.on('error', () => resolve())
    call.on('close', () => resolve())
    call.end(body)
  })
}
