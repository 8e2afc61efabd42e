import type { Page } from 'playwright-core'

/** Pastes onto whatever has the focus, as Ctrl+V does when this is in the clipboard. */
export const paste = (
  page: Page,
  clipboard: { readonly html?: string; readonly plain?: string },
): Promise<void> =>
  page.evaluate(({ html, plain }) => {
    const clipboardData = new DataTransfer()
    if (html !== undefined) clipboardData.setData('text/html', html)
    if (plain !== undefined) clipboardData.setData('text/plain', plain)
    const options = { bubbles: true, cancelable: true, clipboardData }
    ;(document.activeElement ?? document.body).dispatchEvent(new ClipboardEvent('paste', options))
  }, clipboard)
