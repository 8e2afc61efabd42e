import { type ICachePlugin, LogLevel, PublicClientApplication } from '@azure/msal-node'
import { type AuthRequest, networkModule, type Wire } from './network-module.ts'
import type { SignInLog } from './sign-in-log.ts'

/** The application that people sign in to, and where. */
export type Registration = {
  readonly clientId: string
  /** `https://login.microsoftonline.com`; any other is a stand-in of tests. */
  readonly authorityHost: string
}

/** All that signing in needs of the world. */
export type AuthContext = Registration & {
  /** The resource that a person signs in for. The refresh token of that sign-in gets the tokens of other resources. */
  readonly signInResource: string
  readonly wire: Wire
  readonly log: SignInLog
}

/** Every scope that the registration asks for at a resource (an API's application ID, or its address). */
export const scopesOf = (resource: string): string[] => [`${resource}/.default`]

/** `tenant` is an ID, a domain, or undefined for any organisation's accounts. */
export const authorityOf = ({ authorityHost }: Registration, tenant?: string): string =>
  `${authorityHost}/${tenant ?? 'organizations'}`

/**
 * Each request gets an MSAL of its own. MSAL empties its memory before it reads the cache, so two requests that share
 * one make each other's accounts vanish (ClientApplication.acquireTokenSilent, overwriteCache).
 */
export function msalClient(
  context: AuthContext,
  authRequest: AuthRequest,
  tenant: string | undefined,
  cachePlugin?: ICachePlugin,
): PublicClientApplication {
  const { clientId, authorityHost, wire, log } = context
  return new PublicClientApplication({
    auth: {
      clientId,
      authority: authorityOf(context, tenant),
      knownAuthorities: [new URL(authorityHost).host],
      // Saves a call, because the addresses are the same for every tenant, and makes tests take the same way.
      authorityMetadata: JSON.stringify(endpoints(authorityHost)),
    },
    cache: cachePlugin ? { cachePlugin } : {},
    system: {
      networkClient: networkModule(wire, authRequest),
      loggerOptions: {
        logLevel: LogLevel.Warning,
        piiLoggingEnabled: false,
        loggerCallback: (level, message) =>
          log(level === LogLevel.Error ? 'error' : 'warning', message, authRequest.correlationId),
      },
    },
  })
}

/** Microsoft, "Microsoft identity platform and OAuth 2.0 authorization code flow"; MSAL fills in {tenantid}. */
function endpoints(authorityHost: string): Record<string, string> {
  const base = `${authorityHost}/{tenantid}`
  return {
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    issuer: `${base}/v2.0`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  }
}
