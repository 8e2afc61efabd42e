import { afterAll, beforeAll, expect, test } from 'vitest'
import { speak } from '../../src/shared/text/part.ts'
import { stringsIn } from '../support/pseudo.ts'
import { english, language } from '../support/pseudo-language.ts'
import { screenGroups } from './support/all-screens.ts'
import { misplaced } from './support/look-at.ts'
import { keepScreen, looks, sizes } from './support/looks.ts'
import { openWindow, type PageAlone, type ReopenedWindow, type ScriptedMain } from './support/page-alone.ts'
import { pseudoFlaws } from './support/pseudo-flaws.ts'
import { type BuiltPage, buildPseudoPage } from './support/pseudo-page.ts'

let built: BuiltPage
let window: ReopenedWindow
beforeAll(async () => {
  built = await buildPseudoPage()
  window = await openWindow(built.folder)
  // What a screen looks for, and what main answers it, is said in the language of its page.
  speak(language)
})
afterAll(async () => {
  speak(english)
  await window.close()
  await built.remove()
})

test.each(screenGroups.flat())(
  'the screen $name, in accents and 40 % longer, has no English left, nothing cut off and nothing overlapping',
  async (screen) => {
    const known: string[] = []
    const alone = await window.open(hearing(screen.main, known), { ...sizes.small, ...looks.light })
    try {
      const push: PageAlone['push'] = (channel, pushed) => {
        known.push(...stringsIn(pushed))
        return alone.push(channel, pushed)
      }
      await alone.page.getByRole('heading', { level: 1 }).waitFor({ state: 'attached' })
      await screen.arrange?.({ ...alone, push })
      await keepScreen(alone.page, `pseudo-${screen.name}`)
      expect([...(await misplaced(alone.page)), ...(await pseudoFlaws(alone.page, known))]).toEqual([])
    } finally {
      await alone.close()
      if (screen.movesClock) await window.renew()
    }
  },
)

/** The same main; what it answers is not the page's words. */
function hearing(main: ScriptedMain, known: string[]): ScriptedMain {
  return Object.fromEntries(
    Object.entries(main).map(([channel, answer]) => [
      channel,
      async (request: never) => {
        const given: unknown = await answer(request)
        known.push(...stringsIn(given))
        return given
      },
    ]),
  )
}
