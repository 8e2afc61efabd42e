import { describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { sample } from '../support/sample.ts'
import { axeViolations } from './support/axe.ts'
import { landmarksOf } from './support/landmarks.ts'
import { launchApp } from './support/launch-app.ts'
import { keepScreen, lookNames, looks, sizes } from './support/looks.ts'
import { operatorAt } from './support/operator.ts'

const { frame, phones, run, session, table } = text.window

describe.each(lookNames)('the app in the %s theme', (look) => {
  test('looks right and is right for axe from its launch to the end of a run', async () => {
    const app = await launchApp({ args: ['--speed=60'], viewport: sizes.small, ...looks[look] })
    const { page } = app
    const operator = operatorAt(page)
    const window = landmarksOf(app)
    const violations: string[] = []
    const lookAt = async (name: string): Promise<void> => {
      await keepScreen(page, `app-${name}-${look}`)
      violations.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`))
    }
    try {
      await page.getByRole('heading', { name: session.welcome.title }).waitFor()
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

      await operator.press(phones.bulkSignIn)
      await window.dialog.getByRole('checkbox').check()
      await lookAt('5-confirm')

      await window.dialog.getByRole('button', { name: run.confirm.start(300) }).click()
      await window.strip.waitFor()
      await window.showTab(table.panel.activity)
      await page.locator('[data-status="signed in"]').first().waitFor()
      await lookAt('6-running')

      await page
        .getByText(/^Finished/)
        .first()
        .waitFor({ timeout: 90_000 })
      await operator.press(run.strip.failedFirst)
      await operator.press(run.strip.why)
      await lookAt('7-finished')

      expect(violations).toEqual([])
      expect(await page.getByRole('navigation', { name: frame.navigation }).isVisible()).toBe(true)
    } finally {
      await app.close()
    }
  })
})
