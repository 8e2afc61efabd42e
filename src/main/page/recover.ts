import type { RenderProcessGoneDetails, WebContents } from 'electron'

/** A page that may crash: all that recovering from it needs. */
export type CrashingPage = Pick<WebContents, 'reload'> & {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: Pick<RenderProcessGoneDetails, 'reason'>) => void,
  ): unknown
}

/** A page that crashes again within this time would do so for ever. */
const graceMs = 10_000

/** Reloads a page that has crashed. A run goes on in main meanwhile, and the new page asks for what it missed. */
export function recoverFromCrashes(
  page: CrashingPage,
  options: { readonly now: () => number; readonly report: (reason: string) => void },
): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    options.report(reason)
    // In either direction: the clock may have been set back since.
    const crashedLately = Math.abs(options.now() - lastCrash) < graceMs
    lastCrash = options.now()
    if (!crashedLately) page.reload()
  })
}
