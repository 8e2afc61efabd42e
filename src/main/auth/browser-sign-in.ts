import { randomUUID } from 'node:crypto'
import { endBrowserWait } from './end-browser-wait.ts'
import { msalClient, type Surroundings, scopes } from './msal-client.ts'
import type { Errand } from './network-module.ts'
import type { SignedIn } from './signed-in.ts'

export type Browser = {
  /** Shows the address in the system's browser; rejects when it cannot. */
  readonly open: (url: string) => Promise<void>
  /** What the browser shows once it is back: whole HTML documents. MSAL inserts nothing into them. */
  readonly pages: { readonly success: string; readonly error: string }
}

export type BrowserRequest = {
  /** ID or domain; undefined for whatever tenant the account is of. */
  readonly tenant: string | undefined
  readonly loginHint: string | undefined
  readonly claims: string | undefined
}

/** The browser could not be shown the sign-in page. */
export class BrowserFailed extends Error {
  override readonly name = 'BrowserFailed'
}

/**
 * Signs in with the system's browser, which comes back to a port of this machine (RFC 8252). The tokens are
 * nowhere but in the result. Rejects with what MSAL throws, or with BrowserFailed.
 */
export async function signInByBrowser(
  surroundings: Surroundings,
  browser: Browser,
  request: BrowserRequest,
  errand: Errand,
): Promise<SignedIn> {
  const { signal, correlationId } = errand
  const { tenant, loginHint, claims } = request
  const client = msalClient(surroundings, errand, tenant)
  const result = await client.acquireTokenInteractive({
    scopes: [...scopes],
    correlationId,
    nonce: randomUUID(),
    // Without a hint the browser would take the account it happens to be signed in with.
    ...(loginHint ? { loginHint } : { prompt: 'select_account' }),
    ...(claims && { claims }),
    successTemplate: browser.pages.success,
    errorTemplate: browser.pages.error,
    openBrowser: (url) => openUnlessStopped(browser, url, signal),
  })
  return { result, content: client.getTokenCache().serialize() }
}

/** MSAL waits for the person without a limit, and for the opening too: both end with the signal. */
async function openUnlessStopped(browser: Browser, url: string, signal: AbortSignal): Promise<void> {
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => {
      reject(new Error('stopped'))
      void endBrowserWait(url)
    }
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
  stopped.catch(() => undefined)
  const opened = signal.aborted ? stopped : browser.open(url)
  await Promise.race([
    opened.catch((cause: unknown) => {
      throw new BrowserFailed('The browser could not be opened', { cause })
    }),
    stopped,
  ])
}
