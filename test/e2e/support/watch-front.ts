import type { AppUnderTest } from './app-under-test.ts'

/**
 * The function returned tells whether the app has since asked for its window to be in front. Whether it then comes there,
 * and whether that is an event, is for the system to say: a window that has the focus already gets none, and Windows
 * may only let its button flash.
 */
export async function watchFront({
  evaluate,
}: Pick<AppUnderTest, 'evaluate'>): Promise<() => Promise<boolean>> {
  await evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      const { focus } = window
      window.focus = () => {
        Object.assign(globalThis, { cameToFront: true })
        focus.call(window)
      }
    }
  })
  return () => evaluate(() => Object.hasOwn(globalThis, 'cameToFront'))
}
