import { until } from '../../support/until.ts'
import type { AppUnderTest } from './app-under-test.ts'

/** Does something, and resolves with the text that the app puts on the clipboard for it. */
export async function copiedBy(
  app: Pick<AppUnderTest, 'desktop'>,
  act: () => Promise<unknown>,
): Promise<string> {
  const copied = async (): Promise<readonly string[]> =>
    (await app.desktop()).flatMap((one) => (one.act === 'clipboard' ? [one.text] : []))
  const before = (await copied()).length
  await act()
  return until('A text on the clipboard', async () => (await copied())[before])
}
