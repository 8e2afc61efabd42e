import type { Page } from 'playwright-core'

/**
 * Presses Escape for what is open. A tooltip that is still shown would take the key for itself: that of the button that
 * was clicked to open it goes a quarter of a second after the button has lost the focus.
 */
export async function pressEscape(page: Page): Promise<void> {
  await page.locator('[role="tooltip"]').filter({ visible: true }).waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
}
