import { randomBytes, randomUUID } from 'node:crypto'
import { CryptoProvider, ResponseMode, ServerError } from '@azure/msal-node'
import { awaitBrowser } from './browser-return.ts'
import { type AuthContext, msalClient, scopesOf } from './msal-client.ts'
import type { AuthRequest } from './network-module.ts'
import type { SignedIn } from './signed-in.ts'

export type Browser = {
  /** Shows the address in the system's browser; rejects when it cannot. */
  readonly open: (url: string) => Promise<void>
  /** The pages that the browser shows once it is back: whole HTML documents. Nothing is inserted. */
  readonly pages: { readonly success: string; readonly error: string }
}

export type BrowserRequest = {
  /** ID or domain; undefined for the account's own tenant. */
  readonly tenant: string | undefined
  readonly loginHint: string | undefined
  readonly claims: string | undefined
}

/** The browser could not be shown the sign-in page. */
export class BrowserFailed extends Error {
  override readonly name = 'BrowserFailed'
}

/**
 * Signs in with the system's browser, which comes back to a port of this machine (RFC 8252). Only the result holds the
 * tokens. Rejects with what MSAL throws, or with BrowserFailed.
 */
export async function signInByBrowser(
  context: AuthContext,
  browser: Browser,
  request: BrowserRequest,
  authRequest: AuthRequest,
): Promise<SignedIn> {
  const { signal, correlationId } = authRequest
  const { tenant, loginHint, claims } = request
  const client = msalClient(context, authRequest, tenant)
  const state = randomBytes(32).toString('base64url')
  const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
  const listener = await awaitBrowser(state, browser.pages)
  try {
    const asked = {
      scopes: scopesOf(context.signInResource),
      redirectUri: listener.address,
      correlationId,
      nonce: randomUUID(),
      ...(claims && { claims }),
    }
    const url = await client.getAuthCodeUrl({
      ...asked,
      state,
      // The code comes in a form, because browsers and programs in between keep addresses.
      responseMode: ResponseMode.FORM_POST,
      codeChallenge: challenge,
      codeChallengeMethod: 'S256',
      // Without a hint the browser would take the account it happens to be signed in with.
      ...(loginHint ? { loginHint } : { prompt: 'select_account' }),
    })
    const { code, clientInfo, error, description, suberror } = await untilStopped(signal, async () => {
      await browser.open(url).catch((cause: unknown) => {
        throw new BrowserFailed('The browser could not be opened', { cause })
      })
      return listener.brought
    })
    if (code === undefined) throw new ServerError(error ?? '', correlationId, description, suberror)
    const redeemed = { ...asked, code, codeVerifier: verifier, clientInfo: clientInfo ?? '' }
    const result = await client.acquireTokenByCode(redeemed)
    return { result, content: client.getTokenCache().serialize() }
  } finally {
    listener.close()
  }
}

/** The person may never finish, and the system may never open the browser. The signal ends the wait. */
async function untilStopped<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  signal.throwIfAborted()
  const over = new AbortController()
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { signal: over.signal })
  })
  return Promise.race([work(), stopped]).finally(() => over.abort())
}
