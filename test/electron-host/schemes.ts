import type { CustomScheme } from 'electron'

export type SchemeHandler = (request: Request) => Response | Promise<Response>

/**
 * The app's own schemes. The browser knows only its own, so a page of `app://name/` has an origin of its own
 * over https, in a domain that can never exist (RFC 2606); the addresses that main sees are the app's.
 */
export type Schemes = {
  declare(schemes: readonly CustomScheme[]): void
  handle(scheme: string, handler: SchemeHandler): void
  handlerOf(address: string): SchemeHandler | undefined
  /** Under which address the browser knows an address of the app. */
  toBrowser(address: string): string
  toApp(address: string): string
}

export function createSchemes(): Schemes {
  const handlers = new Map<string, SchemeHandler>()
  const declared = new Set<string>()

  return {
    declare(schemes) {
      for (const { scheme, privileges } of schemes) {
        if (!privileges?.standard || !privileges.secure)
          throw new Error(
            `electron-host: ${scheme}: only schemes that are standard and secure are implemented`,
          )
        if (privileges.corsEnabled)
          throw new Error(`electron-host: ${scheme}: schemes that other origins may read are not implemented`)
        declared.add(scheme)
      }
    },
    handle(scheme, handler) {
      if (!declared.has(scheme))
        throw new Error(`electron-host: ${scheme}: only schemes declared as privileged are implemented`)
      handlers.set(scheme, handler)
    },
    handlerOf: (address) => handlers.get(address.split(':', 1)[0] ?? ''),
    toBrowser(address) {
      const [, scheme, host, rest] = /^([\w.+-]+):\/\/([^/?#]*)(.*)$/s.exec(address) ?? []
      return scheme && declared.has(scheme) ? `https://${host}.${scheme}${domain}${rest}` : address
    },
    toApp: (address) => address.replace(ofApp, (_, host, scheme) => `${scheme}://${host}`),
  }
}

const domain = '.electron-host.invalid'
const ofApp = /^https:\/\/([^/?#]+)\.([^./?#]+)\.electron-host\.invalid(?=[/?#]|$)/
