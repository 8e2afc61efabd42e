import { microsoftAuthority } from '../../shared/auth/authority.ts'
import type { Authenticator, AuthenticatorOptions } from '../auth/authenticator.ts'
import type { Browser } from '../auth/browser-sign-in.ts'
import type { CacheEntry } from '../auth/cache-document.ts'
import type { TokenCache } from '../auth/token-cache.ts'
import { adminApiResource } from '../gateway/address.ts'

/** Signing in to Microsoft with any application. The window and the terminal have the same. */
export type MicrosoftSignIn = {
  readonly cache: TokenCache
  /** Everybody signed in at this authority, whatever the application; without any call. */
  entries(): Promise<readonly CacheEntry[]>
  /** Of one application, the same each time. */
  authenticator(clientId: string): Promise<Authenticator>
}

export type Tokens = Pick<Authenticator, 'token'>

/**
 * For tests: what stands in for Microsoft's sign-in and for the service, on this machine. Always both, so that no
 * token of Microsoft's gets to a stand-in, and none of a stand-in to the service.
 */
export type StandIns = { readonly authority: string; readonly api: string }

/** What differs between the window and the terminal. */
export type MicrosoftSignInOptions = Pick<
  AuthenticatorOptions,
  'cache' | 'fetch' | 'clock' | 'userAgent' | 'timeLimitMs' | 'log'
> & {
  /** Without one, people sign in with a code alone. */
  readonly browser?: { readonly open: Browser['open']; readonly pages: () => Promise<Browser['pages']> }
  readonly standIns?: StandIns | undefined
}

/** Makes no call, and loads no MSAL before an authenticator is asked for. */
export function createMicrosoftSignIn(options: MicrosoftSignInOptions): MicrosoftSignIn {
  const { browser = noBrowser, standIns, ...rest } = options
  const authorityHost = new URL(standIns?.authority ?? microsoftAuthority).origin
  const authenticators = new Map<string, Promise<Authenticator>>()

  async function load(clientId: string): Promise<Authenticator> {
    // MSAL takes a third of a second to load: the window must not wait for it, and some commands never need it.
    const [{ createAuthenticator }, pages] = await Promise.all([
      import('../auth/authenticator.ts'),
      browser.pages(),
    ])
    const openBrowser = browser.open
    const signInResource = adminApiResource
    return createAuthenticator({ ...rest, clientId, authorityHost, signInResource, openBrowser, pages })
  }

  return {
    cache: options.cache,
    async entries() {
      const entries = await options.cache.entries()
      return entries.filter((entry) => entry.authorityHost === authorityHost)
    },
    authenticator(clientId) {
      const known = authenticators.get(clientId)
      if (known) return known
      const loaded = load(clientId)
      // What could not be loaded may be there the next time.
      loaded.catch(() => authenticators.delete(clientId))
      authenticators.set(clientId, loaded)
      return loaded
    },
  }
}

const noBrowser: Required<MicrosoftSignInOptions>['browser'] = {
  open: () => Promise.reject(new Error('There is no browser here')),
  pages: async () => ({ success: '', error: '' }),
}
