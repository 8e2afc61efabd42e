import type { RenderProcessGoneDetails, WebContents } from 'electron'

/** The page of a window, as far as its end goes. */
export type Mortal = Pick<WebContents, 'reload'> & {
  on(
    event: 'render-process-gone',
    listener: (event: unknown, details: Pick<RenderProcessGoneDetails, 'reason'>) => void,
  ): unknown
}

/** A page that crashes again within this time would do so for ever. */
const graceMs = 10_000

/** Loads a crashed page anew: the run goes on in main meanwhile, and the new page asks for what it missed. */
export function recoverFromCrashes(
  page: Mortal,
  options: { readonly now: () => number; readonly report: (reason: string) => void },
): void {
  let lastCrash = Number.NEGATIVE_INFINITY
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    options.report(reason)
    const crashedLately = options.now() - lastCrash < graceMs
    lastCrash = options.now()
    if (!crashedLately) page.reload()
  })
}
