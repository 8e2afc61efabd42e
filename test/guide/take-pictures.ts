/**
 * `npm run guide:pictures`: takes every picture of docs/guide anew from the built app in the simulated tenant, as
 * an operator would come by it. What the service decides is always the same; times and batch IDs are not.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PictureName } from '../../src/shared/guide/chapter.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from '../e2e/support/app-under-test.ts'
import { landmarksOf } from '../e2e/support/landmarks.ts'
import { launchApp } from '../e2e/support/launch-app.ts'
import { operatorAt } from '../e2e/support/operator.ts'

const { phones, run, session, settings, table, urls } = text.window
const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'docs/guide/pictures')
const sample = (name: string): string => join(root, 'resources/samples', name)

await mkdir(folder, { recursive: true })
const app = await launchApp({ args: ['--speed=25'], viewport: { width: 1180, height: 760 } })
try {
  await takeAll(app)
} catch (error) {
  console.error(app.output())
  throw error
} finally {
  await app.close()
}
console.log(
  `Pictures taken with the app ${app.host === 'electron' ? 'on Electron' : 'in a browser engine'}: ${folder}`,
)

async function takeAll({ page }: AppUnderTest): Promise<void> {
  const operator = operatorAt(page)
  const window = landmarksOf(app)
  const take = async (name: PictureName): Promise<void> => {
    await page.mouse.move(0, 0)
    await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
  }

  await operator.press(session.explore)
  await page.getByRole('heading', { name: urls.title }).waitFor()
  await take('urls')

  await operator.goTo('phones')
  await window.browse(sample('messy.csv'))
  await window.listName('messy.csv').waitFor()
  await operator.chooseRegion('EMEA')
  await page.locator('[data-row="8"] [data-column="hardwareId"]').click()
  await take('list')

  await window.browse(sample('phones-300.csv'))
  await window.listName('phones-300.csv').waitFor()
  await operator.chooseRegion('EMEA')
  await operator.press(phones.bulkSignIn)
  await window.dialog.getByRole('checkbox').check()
  await take('confirm')

  await window.dialog.getByRole('button', { name: run.confirm.start(300) }).click()
  await window.showTab(table.panel.activity)
  await page.locator('[data-status="signed in"]').nth(4).waitFor()
  await take('running')

  await page
    .getByText(/^Finished/)
    .first()
    .waitFor({ timeout: 300_000 })
  await operator.press(run.strip.failedFirst)
  await operator.press(run.strip.why)
  await take('results')

  await operator.goTo('settings')
  await page.getByText(settings.register.title).click()
  await take('settings')

  await operator.goTo('help')
  await page.getByRole('heading', { name: text.guide.title }).waitFor()
  await take('help')
}
