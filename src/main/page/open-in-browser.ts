import type { Shell } from 'electron'

/** Where a code is entered, besides the authority itself (Microsoft, "OAuth 2.0 device authorization grant"). */
const codePages = ['https://microsoft.com', 'https://www.microsoft.com', 'https://login.microsoft.com']

/**
 * Opens pages of the authority in the system's browser. Rejects for any other address, whatever its source: the
 * system opens more than web pages (Electron, "Security", point 15).
 */
export function browserFor(
  authority: string,
  shell: Pick<Shell, 'openExternal'>,
): (url: string) => Promise<void> {
  const allowed = [new URL(authority).origin, ...codePages]
  return async (url) => {
    const { protocol, origin, username, password, href } = new URL(url)
    // The origin of `blob:https://...` is that of the page within.
    if (protocol !== 'https:' || !allowed.includes(origin) || username !== '' || password !== '')
      throw new Error(`Not an address of the sign-in: ${origin}`)
    await shell.openExternal(href)
  }
}
