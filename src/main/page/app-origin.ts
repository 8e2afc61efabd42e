/** The app's own pages have an origin of their own, not the file system's (Electron, "Security", point 18). */
export const appScheme = 'app'
export const appOrigin = `${appScheme}://bulk-sign-in`

/**
 * The origin of an address, or undefined when it is none. `URL.origin` is the string "null" for schemes that
 * Node does not know, so it is put together here.
 */
export function originOf(address: string): string | undefined {
  const url = URL.parse(address)
  return url?.host ? `${url.protocol}//${url.host}` : undefined
}

/** Of the page: the development server's, if there is one, else the app's own. */
export const pageAddressOf = (devServer: string | undefined): string =>
  URL.parse(devServer ?? '')?.href ?? `${appOrigin}/index.html`
