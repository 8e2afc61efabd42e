/**
 * `npm run guide:pictures`: takes every picture of docs/guide anew from the built app, as an operator would come by
 * it. What the service decides is always the same; times and batch IDs are not.
 */
import { mkdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { PictureName } from '../../src/shared/guide/chapter.ts'
import { guideText } from '../../src/shared/text/guide.ts'
import { text } from '../../src/shared/text/index.ts'
import type { AppUnderTest } from '../e2e/support/app-under-test.ts'
import { landmarksOf } from '../e2e/support/landmarks.ts'
import { launchApp } from '../e2e/support/launch-app.ts'
import { signInAs, startMicrosoft } from '../e2e/support/microsoft.ts'
import { operatorAt, startButton } from '../e2e/support/operator.ts'
import { openWindow } from '../e2e/support/page-alone.ts'
import { bridgeOf } from '../e2e/support/page-bridge.ts'
import { mainWith, real } from '../e2e/support/scripted-mains.ts'
import { mainAtSite, openPart } from '../e2e/support/site-screens.ts'
import { oslo } from '../support/authority/directory.ts'
import { sample } from '../support/sample.ts'

const { unconfirmed, run, session, settings, site, table, unfinished, urls } = text.window
const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'docs/guide/pictures')

const viewport = { width: 1180, height: 760 }

await mkdir(folder, { recursive: true })
const simulated = await launchApp({ args: ['--speed=25'], viewport })
await using(simulated, takeWholeRun)
await takeInterrupted()
await takeSite()
console.log(
  `Pictures taken with the app ${simulated.host === 'electron' ? 'on Electron' : 'in a browser engine'}: ${folder}`,
)

async function using(app: AppUnderTest, act: (app: AppUnderTest) => Promise<void>): Promise<void> {
  try {
    await act(app)
  } catch (error) {
    console.error(app.output())
    throw error
  } finally {
    await app.close()
  }
}

async function take({ page }: Pick<AppUnderTest, 'page'>, name: PictureName): Promise<void> {
  await page.mouse.move(0, 0)
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
}

async function takeWholeRun(app: AppUnderTest): Promise<void> {
  const { page } = app
  const operator = operatorAt(page)
  const window = landmarksOf(app)

  await operator.press(session.explore)
  await page.getByRole('heading', { name: urls.title }).waitFor()
  await take(app, 'urls')

  await page.getByRole('tab', { name: site.tabs.triage }).click()
  await page.getByLabel(text.site.triage.whatQuestion).selectOption('phone')
  await take(app, 'site-triage')
  await page.getByRole('tab', { name: site.tabs.urls }).click()

  await operator.goTo('phones')
  await window.browse(sample('messy.csv'))
  await window.listName('messy.csv').waitFor()
  await operator.chooseRegion('EMEA')
  await page.locator('[data-row="8"] [data-column="hardwareId"]').click()
  await take(app, 'list')

  await window.browse(sample('phones-300.csv'))
  await window.listName('phones-300.csv').waitFor()
  await operator.chooseRegion('EMEA')
  await operator.press(startButton())
  await window.dialog.getByRole('checkbox').check()
  await take(app, 'confirm')

  await window.dialog.getByRole('button', { name: run.confirm.start(300) }).click()
  await window.showTab(table.panel.activity)
  await page.locator('[data-status="signed in"]').nth(4).waitFor()
  await take(app, 'running')

  await page.getByRole('button', { name: run.strip.failedFirst }).waitFor({ timeout: 300_000 })
  await operator.press(run.strip.failedFirst)
  await operator.press(run.strip.why)
  await take(app, 'results')

  await operator.goTo('settings')
  await page.getByText(settings.register.title).click()
  await take(app, 'settings')

  await operator.goTo('provisioning-urls')
  await page.getByRole('tab', { name: site.tabs.dhcp }).click()
  await page.getByLabel(site.dhcp.server).selectOption('dnsmasq')
  await page.getByRole('heading', { name: site.dhcp.lines }).scrollIntoViewIfNeeded()
  await take(app, 'site-dhcp')

  await operator.goTo('help')
  await page.getByRole('heading', { name: guideText.title }).waitFor()
  await take(app, 'help')
}

/** What a check sees is up to the network, so main is played. */
async function takeSite(): Promise<void> {
  const window = await openWindow()
  try {
    const { page } = await window.open(mainAtSite(mainWith(real)), viewport)
    await openPart(page, 'check')
    await page.getByLabel(site.check.publicIp).fill('203.0.113.70')
    await page.getByRole('button', { name: site.check.start }).click()
    await page.getByRole('heading', { name: site.check.results }).waitFor()
    await take({ page }, 'site-check')
  } finally {
    await window.close()
  }
}

/** A service that takes the first batch and whose answer is lost, while somebody else asks for the same phones. */
async function takeInterrupted(): Promise<void> {
  const list = 'phones-300.csv'
  const [, ...lines] = (await readFile(sample(list), 'utf8')).trim().split(/\r?\n/)
  const asked = lines.slice(0, 100).map((line) => {
    const [userName = '', hardwareId = ''] = line.split(',')
    return { userName, hardwareId }
  })
  const microsoft = await startMicrosoft(200, ({ path, nth }) => {
    if (!path.endsWith('/createbatch') || nth !== 1) return undefined
    // Earlier, the question would leave these phones out.
    microsoft.service.startElsewhere('EMEA', asked)
    return { kind: 'lost-answer' }
  })
  try {
    await using(await microsoft.launch({ viewport }), async (app) => {
      const operator = operatorAt(app.page)
      const window = landmarksOf(app)
      const signing = bridgeOf(app.page).invoke('session:sign-in', { way: 'browser' })
      await signInAs(app, oslo)
      await signing
      await operator.goTo('phones')
      await window.browse(sample(list))
      await window.listName(list).waitFor()
      await operator.chooseRegion('EMEA')
      await operator.signIn(300)
      await window.strip.getByText(run.strip.stoppedWhy.undecided).waitFor({ timeout: 60_000 })
      await window.strip.getByRole('button', { name: unconfirmed.lookAt(1) }).click()
      await window.dialog.getByText(unconfirmed.found(2)).waitFor()
      await take(app, 'unconfirmed')
      // Where this repository lies is not to be seen in the next picture.
      await bridgeOf(app.page).value('list:forget-recent')
    })
    await using(await microsoft.launch({ viewport }), async (app) => {
      await operatorAt(app.page).goTo('phones')
      await app.page.getByRole('region', { name: unfinished.name }).waitFor()
      await take(app, 'unfinished')
    })
  } finally {
    await microsoft.close()
  }
}
