import { randomUUID } from 'node:crypto'
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron'
import { appScheme } from './app-origin.ts'

/** Prints HTML documents to PDF in a window that nobody sees. */
export type PagePrinter = {
  /**
   * Answers the bytes of the PDF. Rejects if the document cannot be loaded or printed; with a `TimeoutError` if that takes
   * too long.
   */
  print(html: string): Promise<Uint8Array>
  /** The document that is being printed under this address; undefined for any other address. */
  answer(request: Request): Response | undefined
}

/** A report of 100,000 phones has some thousands of pages. In ms. */
const longest = 5 * 60_000

/** `openWindow` makes a window as Electron's `BrowserWindow` does; `limit` is aborted once a print has taken too long. */
export function createPagePrinter(
  openWindow: (options: BrowserWindowConstructorOptions) => Pick<BrowserWindow, 'webContents' | 'destroy'>,
  limit: () => AbortSignal = () => AbortSignal.timeout(longest),
): PagePrinter {
  // Kept in memory: a report names people, and a file of it would stay behind after a crash.
  const documents = new Map<string, string>()
  return {
    async print(html) {
      const address = `${appScheme}://print/${randomUUID()}.html`
      documents.set(address, html)
      const window = openWindow(hidden)
      try {
        return await within(limit(), async () => {
          await window.webContents.loadURL(address)
          return window.webContents.printToPDF(onPaper)
        })
      } finally {
        documents.delete(address)
        window.destroy()
      }
    },
    answer(request) {
      const html = documents.get(request.url)
      return html === undefined ? undefined : new Response(html, { headers })
    },
  }
}

/** Where it is not done before the signal is aborted, rejects with the reason of the signal. */
async function within<Value>(limit: AbortSignal, work: () => Promise<Value>): Promise<Value> {
  const over = Promise.withResolvers<never>()
  const end = (): void => over.reject(limit.reason)
  limit.addEventListener('abort', end, { once: true })
  try {
    return await Promise.race([work(), over.promise])
  } finally {
    limit.removeEventListener('abort', end)
  }
}

/** As wide as an A4 page at 96 dpi. Nothing in it runs, and it has an origin that nothing else has. */
const hidden: BrowserWindowConstructorOptions = {
  width: 794,
  height: 1123,
  show: false,
  webPreferences: {
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    devTools: false,
    spellcheck: false,
  },
}

/** The margins, and what stands in them on each page, are the document's own (`@page`). */
const onPaper = {
  pageSize: 'A4',
  printBackground: true,
  preferCSSPageSize: true,
  generateTaggedPDF: true,
  generateDocumentOutline: true,
} as const

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const
