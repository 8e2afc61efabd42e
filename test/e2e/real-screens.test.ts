import { expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { sample } from '../support/sample.ts'
import { axeViolations } from './support/axe.ts'
import { landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { arePicturesWanted, keepScreen, lookNames, looks, sizes, wearLook } from './support/looks.ts'
import { operatorAt, startButton } from './support/operator.ts'
import { runShown } from './support/run-shown.ts'
import { timeInApp } from './support/service-time.ts'

const { frame, phones, run, session, table } = text.window
const speed = 10_000

test('the app looks right in every theme, and is right for axe, from its launch to the end of a run', async () => {
  // Launched in the look that is the furthest from what a page begins with.
  const app = await launchApp({ args: [`--speed=${speed}`], viewport: sizes.small, ...looks.contrast })
  const { page } = app
  const operator = operatorAt(page)
  const window = landmarksOf(app)
  const time = timeInApp(app, speed)
  const violations: string[] = []
  let turn = 0
  /** In every look where pictures are wanted, else in one of them by turns. */
  const lookAt = async (name: string): Promise<void> => {
    const all = arePicturesWanted
    const worn = all ? lookNames : [lookNames[turn++ % lookNames.length] ?? 'light']
    for (const look of worn) {
      await wearLook(page, looks[look])
      await keepScreen(page, `app-${name}-${look}`)
      const found = await axeViolations(page, all && look !== 'light' ? 'colours' : 'all')
      violations.push(...found.map((violation) => `${name}, ${look}: ${violation}`))
    }
  }
  try {
    await page.getByRole('heading', { name: session.welcome.title }).waitFor()
    await wearLook(page, looks.contrast)
    await lookAt('1-launch')

    await operator.press(session.explore)
    await page.getByRole('heading', { name: text.window.urls.title }).waitFor()
    await lookAt('2-urls')

    await operator.goTo('phones')
    await page.getByRole('heading', { name: phones.empty.title }).waitFor()
    await lookAt('3-empty')

    await window.browse(sample('phones-300.csv'))
    await window.listName('phones-300.csv').waitFor()
    await operator.chooseRegion('NOAM')
    await lookAt('4-list')

    await operator.press(startButton())
    await window.dialog.getByRole('checkbox').check()
    await lookAt('5-confirm')

    await time.hold()
    await window.dialog.getByRole('button', { name: run.confirm.start(300) }).click()
    await runShown(page).untilSubmitted(3)
    await window.showTab(table.panel.activity)
    await time.pass(3)
    await page.locator('[data-status="signed in"]').first().waitFor()
    await lookAt('6-running')

    await time.goOn()
    await page
      .getByText(/of 300 phones signed in/)
      .first()
      .waitFor()
    await operator.press(run.strip.failedFirst)
    await operator.press(run.strip.why)
    await lookAt('7-finished')

    expect(violations).toEqual([])
    expect(await page.getByRole('navigation', { name: frame.navigation }).isVisible()).toBe(true)
  } finally {
    await app.close()
  }
})
