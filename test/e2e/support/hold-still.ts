import type { Page } from 'playwright-core'

/**
 * Lets nothing in the page move, now and after it is loaded anew: every transition and animation is at its end at once.
 * A colour or a place in the middle of one is nothing to test. Where scripts animate, they are told that whoever looks
 * wants no motion; a style does the rest.
 */
export async function holdStill(page: Page): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.addInitScript(endMotion)
  await page.evaluate(endMotion)
}

/** Runs in the page. The content security policy is about styles of the document, and this is none. */
function endMotion(): void {
  const still = new CSSStyleSheet()
  still.replaceSync(`*, ::before, ::after, ::backdrop {
    transition-duration: 0s !important;
    transition-delay: 0s !important;
    animation-duration: 0s !important;
    animation-delay: 0s !important;
    scroll-behavior: auto !important;
  }`)
  document.adoptedStyleSheets.push(still)
}
