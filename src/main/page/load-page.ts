import type { WebContents } from 'electron'

/** The events of a page that doesn't load, or crashes. Tests play them. */
export type WatchedPage = {
  on(
    event: 'preload-error',
    listener: (event: unknown, path: string, error: { readonly message: string }) => void,
  ): unknown
  on(
    event: 'did-fail-load',
    listener: (event: unknown, code: number, description: string, url: string, isMainFrame: boolean) => void,
  ): unknown
  on(event: 'render-process-gone', listener: () => void): unknown
}

/** Chromium's ERR_ABORTED (net/base/net_error_list.h): another navigation took the place of this one. */
const aborted = -3

/**
 * Loads the page of a new window, and reports one that will never work: its preload failed, which Electron reports only
 * by the event, or it could not be loaded. Electron's `loadURL` also rejects when the window is closed
 * meanwhile, and when the page has crashed and is loaded anew (lib/browser/api/web-contents.ts): the app goes on then.
 */
export async function loadPage(
  page: WatchedPage & Pick<WebContents, 'loadURL' | 'isDestroyed'>,
  address: string,
  told: {
    /** The first page cannot be loaded: there is nothing to go on with. */
    readonly failed: (error: Error) => void
    /** The page that is there does not work. */
    readonly broken: (what: string) => void
    readonly noted: (what: string) => void
  },
): Promise<void> {
  let isFirst = true
  page.on('preload-error', (_event, path, { message }) => told.broken(`preload-error ${path}: ${message}`))
  page.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
    // Of the first page the rejection tells.
    if (isMainFrame && code !== aborted && !isFirst)
      told.broken(`did-fail-load ${url}: ${description} (${code})`)
  })
  page.on('render-process-gone', () => {
    isFirst = false
  })
  try {
    await page.loadURL(address)
  } catch (error) {
    if (isFirst && !page.isDestroyed()) told.failed(error as Error)
    else told.noted(`loadURL ${(error as Error).message}`)
  }
  isFirst = false
}
