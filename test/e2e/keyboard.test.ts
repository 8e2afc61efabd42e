import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { guidanceFor } from '../../src/shared/gateway/guidance.ts'
import { provisioningUrls } from '../../src/shared/gateway/provisioning-urls.ts'
import { countPhones } from '../../src/shared/run/counts.ts'
import { resultFile } from '../../src/shared/run/result-file.ts'
import { runEnd } from '../../src/shared/run/run-end.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import type { ServiceTime } from '../support/service-clock.ts'
import { type Keyboard, keyboardAt } from './support/keyboard.ts'
import { launchApp } from './support/launch-app.ts'
import { startButton } from './support/operator.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'
import { timeInApp } from './support/service-time.ts'

const { frame, phones, run, session, table: words, urls } = text.window

let ui: PhonesWindow
let keyboard: Keyboard
let time: ServiceTime
let folder: string
let finished: RunState

const speed = 1000

// One app: each test begins where the one before has left the keyboard.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keyboard-'))
  ui = phonesWindow(await launchApp({ args: [`--speed=${speed}`] }))
  time = timeInApp(ui.app, speed)
  await ui.page.getByRole('main').waitFor()
  keyboard = await keyboardAt(ui.page)
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})
afterEach(async () => {
  expect(await keyboard.pointerUses()).toBe(0)
})

const button = (name: string): Locator => ui.page.getByRole('main').getByRole('button', { name, exact: true })
const lastClipboard = async (): Promise<string | undefined> =>
  (await ui.app.desktop()).flatMap((act) => (act.act === 'clipboard' ? [act.text] : [])).at(-1)

/** What takes itself away: a button that has done its work, a page that gives way to another. */
function departure(what: string, act: () => Promise<void>): void {
  test(`${what} is done with the keyboard`, act)
  // A screen reader would begin again at the top of the page.
  test(`${what} leaves the focus somewhere in the window`, () => keyboard.expectFocus())
}

describe('the whole job with the keyboard alone, and nothing that goes takes the focus with it', () => {
  departure('entering the simulated tenant', async () => {
    await keyboard.goTo(button(session.explore))
    await keyboard.press('Enter')
    await ui.page.getByRole('heading', { name: urls.title }).waitFor()
  })

  test('the URL of a region and device is copied', async () => {
    const device = text.gateway.urls.devices['audiocodes-ata']
    await keyboard.goTo(button(urls.copyUrl(device, 'EMEA')))
    await keyboard.press('Enter')

    const id = (await ui.page.getByRole('main').getByRole('code').first().textContent()) ?? ''
    const url = provisioningUrls(id)
      .find(({ region }) => region === 'EMEA')
      ?.devices.find(({ label }) => label === device)?.url
    await expect.poll(lastClipboard).toBe(url)
  })

  departure('opening the first list', async () => {
    const pages = ui.page.getByRole('navigation', { name: frame.navigation })
    await keyboard.goTo(pages.getByRole('button', { name: frame.pages.phones }))
    await keyboard.press('Enter')
    await ui.app.answerOpenDialog(sample('messy.csv'))
    await keyboard.goTo(button(phones.browse).last())
    await keyboard.press('Enter')
    await ui.listName('messy.csv').waitFor()
  })

  departure('taking a fix', async () => {
    await keyboard.goTo(button(words.details.use('00-90-8F-00-00-01:001')))
    await keyboard.press('Enter')
    await ui.table.row(12).getByText(words.status.error, { exact: true }).waitFor()
  })

  departure('undoing the only correction', async () => {
    // The way leads past the end of the page. On a slow computer the element that Fluent leads the focus over is gone
    // before the focus has moved on.
    await onSlowComputer(() => keyboard.goTo(ui.tool(phones.undo)))
    await keyboard.press('Enter')
    await ui.tool(phones.undo).waitFor({ state: 'detached' })
  })

  test('the issues of a list are read', async () => {
    await keyboard.goTo(ui.table.head('row'))
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End']) await keyboard.press(key)
    await keyboard.press('Enter')

    await ui.panel.getByText(words.details.row(4), { exact: true }).waitFor()
    await ui.panel.getByText('café@contoso.com', { exact: true }).waitFor()
    await ui.panel.getByRole('img', { name: words.issues.severity.error }).waitFor()
  })

  test('a cell is edited, the correction undone and made again', async () => {
    for (const key of ['Home', 'ArrowRight', 'ArrowRight', 'F2']) await keyboard.press(key)
    await keyboard.type('cafe@contoso.com')
    await ui.table.grid.getByText(words.editing.fine).waitFor()
    await keyboard.press('Enter')
    await ui.table.row(4).getByText(words.status.ready, { exact: true }).waitFor()
    await keyboard.expectFocus()

    await keyboard.press('Control+z')
    await ui.table.row(4).getByText(words.status.error, { exact: true }).waitFor()
    await keyboard.press('Enter')
    await keyboard.type('cafe@contoso.com')
    await keyboard.press('Enter')
    await ui.table.row(4).getByText(words.status.ready, { exact: true }).waitFor()
    await keyboard.press('Control+z')
    await ui.table.row(4).getByText(words.status.error, { exact: true }).waitFor()
  })

  departure('editing a row that the filter then hides', async () => {
    await keyboard.goTo(ui.table.chip('error', 7))
    await keyboard.press('Enter')
    await keyboard.goTo(ui.table.cell(4, 'username'))
    await keyboard.press('F2')
    await keyboard.type('cafe@contoso.com')
    await keyboard.press('Enter')
    await ui.table.chip('error', 6).waitFor()
  })

  departure('showing all rows again', async () => {
    await keyboard.press('Control+f')
    await keyboard.type('nowhere')
    await keyboard.goTo(button(phones.showAll))
    await keyboard.press('Enter')
    await ui.table.row(2).waitFor()
  })

  departure('dismissing a message', async () => {
    await ui.app.answerOpenDialog(sample('template-provisioning.csv'))
    await keyboard.press('Control+o')
    await ui.messages.first().waitFor()
    await keyboard.goTo(button(frame.dismiss))
    await keyboard.press('Enter')
    await ui.messages.first().waitFor({ state: 'detached' })
  })

  departure('choosing the columns', async () => {
    const file = join(folder, 'uncertain.csv')
    await writeFile(file, 'Owner mail,Primary mail,MAC\na@contoso.com,b@contoso.com,00-04-F2-81-24-B3\n')
    await ui.app.answerOpenDialog(file)
    await keyboard.press('Control+o')
    await ui.dialog.waitFor()
    const { columnIs, open } = text.window.chooseColumns
    await keyboard.goTo(ui.dialog.getByRole('combobox', { name: columnIs('Owner mail') }))
    await keyboard.type('User')
    await keyboard.goTo(ui.dialog.getByRole('button', { name: open }))
    await keyboard.press('Enter')
    await keyboard.goTo(ui.dialog.getByRole('button', { name: phones.replace.open }))
    await keyboard.press('Enter')
    await ui.listName('uncertain.csv').waitFor()
    await ui.table.row(2).getByText('a@contoso.com').waitFor()
  })

  departure('adding a phone by hand', async () => {
    await keyboard.goTo(ui.tool(phones.otherWays))
    for (const key of ['Enter', 'ArrowDown', 'Enter']) await keyboard.press(key)
    await ui.page.getByRole('region', { name: phones.byHand.title }).waitFor()
    await keyboard.type('0004f28124c1')
    await keyboard.press('Enter')
    await keyboard.type('hall@contoso.com')
    await keyboard.press('Enter')
    await ui.table.row(3).getByText('hall@contoso.com').waitFor()
    await keyboard.press('Escape')
    await ui.page.getByRole('region', { name: phones.byHand.title }).waitFor({ state: 'detached' })
  })

  test('100 phones are opened, given a region and asked about', async () => {
    await ui.app.answerOpenDialog(sample('phones-100.csv'))
    await keyboard.press('Control+o')
    await ui.dialog.waitFor()
    await keyboard.goTo(ui.dialog.getByRole('button', { name: phones.replace.open }))
    await keyboard.press('Enter')
    await ui.listName('phones-100.csv').waitFor()
    await keyboard.goTo(ui.page.getByLabel(phones.region, { exact: true }), 'Shift+Tab')
    await keyboard.press('ArrowDown')
    await ui.page.getByText(phones.readyToRun(100, 1)).waitFor()
    await keyboard.goTo(ui.tool(startButton()))
    await keyboard.press('Enter')
    await ui.dialog.waitFor()
    await keyboard.expectFocus()
  })

  test('Esc closes the confirmation and gives the focus back to the button', async () => {
    await keyboard.press('Escape')
    await ui.dialog.waitFor({ state: 'detached' })

    const start = ui.tool(startButton())
    expect(await start.evaluate((element) => element === document.activeElement)).toBe(true)
    await keyboard.expectFocus()
  })

  test('the focus does not leave the confirmation while it is open', async () => {
    await keyboard.press('Enter')
    await ui.dialog.waitFor()
    for (const key of ['Tab', 'Tab', 'Tab', 'Tab', 'F6', 'Control+f', 'Shift+Tab']) {
      await keyboard.press(key)
      const outside = await ui.page.evaluate(() => {
        const here = document.activeElement
        return here !== document.body && !here?.closest('dialog')
      })
      expect(outside, `after ${key}`).toBe(false)
    }
  })

  departure('starting a run', async () => {
    await time.hold()
    await keyboard.goTo(ui.dialog.getByRole('checkbox'))
    await keyboard.press('Space')
    await keyboard.goTo(ui.dialog.getByRole('button', { name: run.confirm.start(100) }))
    await keyboard.press('Enter')
    await ui.dialog.waitFor({ state: 'detached' })
    await ui.strip.waitFor()
    // What is not submitted yet would be asked about when the run is resumed.
    await ui.shown.untilSubmitted(1)
  })

  departure('stopping to watch', async () => {
    await keyboard.goTo(ui.tool(run.stopWatching))
    await keyboard.press('Enter')
    await ui.tool(run.watchAgain).waitFor()
  })

  departure('watching again', async () => {
    await keyboard.goTo(ui.tool(run.watchAgain))
    await keyboard.press('Enter')
    await ui.tool(run.stopWatching).waitFor()
  })

  test('the run comes to its end', async () => {
    await time.goOn()
    finished = await ui.shown.until('finished')
    await ui.strip.getByText(text.run.ended(runEnd(finished))).waitFor()
  })

  test('the failed rows are brought to the top and read, with what to do about them', async () => {
    await keyboard.goTo(ui.strip.getByRole('button', { name: run.strip.failedFirst }))
    await keyboard.press('Enter')
    const failed = finished.phones.filter(({ status }) => status === 'failed')
    await keyboard.goTo(ui.table.head('row'))
    await keyboard.press('ArrowDown')
    await keyboard.press('Enter')

    const { row = 0, result = '' } = failed[0] ?? {}
    await ui.panel.getByText(words.details.row(row), { exact: true }).waitFor()
    await ui.panel.getByText(result, { exact: true }).waitFor()
    await ui.panel.getByText(guidanceFor(result)?.remedy ?? '', { exact: true }).waitFor()
  })

  test('rows are found with the filter, and all come back with Esc', async () => {
    await keyboard.press('Control+f')
    await keyboard.type('phone0042')
    await ui.table.row(43).waitFor()
    await expect.poll(async () => (await ui.table.inSight()).length).toBe(1)
    await keyboard.press('Escape')

    await expect.poll(async () => (await ui.table.inSight()).length).toBeGreaterThan(1)
  })

  test('the parts of the window are gone through with F6, and back', async () => {
    const parts = new Set<string>()
    const here = (): Promise<string> =>
      ui.page.evaluate(() => {
        const part = document.activeElement?.closest('section[aria-label], nav, header')
        return part?.getAttribute('aria-label') ?? part?.localName ?? 'none'
      })
    const begun = await here()
    for (let stop = 0; stop < 12; stop += 1) {
      await keyboard.press('F6')
      parts.add(await here())
      if ((await here()) === begun) break
    }

    expect([...parts].toSorted()).toEqual(
      [
        'header',
        frame.navigation,
        phones.toolbar,
        phones.tableTools,
        words.name,
        words.panel.name,
      ].toSorted(),
    )
    await keyboard.press('F6')
    await keyboard.press('Shift+F6')
    expect(await here()).toBe(begun)
  })

  test('the results are exported, and the keyboard is where it was', async () => {
    const before = await focused()
    const file = join(folder, 'results.csv')
    await ui.app.answerSaveDialog(file)
    await keyboard.press('Control+e')
    await ui.messages.getByText(run.exported(file)).waitFor()

    expect(await readFile(file, 'utf8')).toBe(resultFile(finished))
    expect(await focused()).toBe(before)
  })

  test('the failed ones are retried', async () => {
    await keyboard.goTo(ui.tool(startButton()), 'Shift+Tab')
    await keyboard.press('Enter')
    await ui.dialog.waitFor()
    await keyboard.goTo(ui.dialog.getByRole('checkbox'))
    await keyboard.press('Space')
    const failed = countPhones(finished).failed
    await keyboard.goTo(ui.dialog.getByRole('button', { name: run.confirm.start(failed) }))
    await keyboard.press('Enter')
    await ui.dialog.waitFor({ state: 'detached' })
    await keyboard.expectFocus()

    expect((await ui.shown.until('finished')).retryOf).toBe(finished.runId)
  })

  departure('leaving the simulated tenant', async () => {
    await keyboard.goTo(ui.page.getByRole('button', { name: session.leaveSimulation }), 'Shift+Tab')
    await keyboard.press('Enter')
    await ui.page.getByRole('banner').getByText(session.signedOut, { exact: true }).waitFor()
  })
})

async function onSlowComputer(act: () => Promise<void>): Promise<void> {
  const devTools = await ui.page.context().newCDPSession(ui.page)
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await act()
  await devTools.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  await devTools.detach()
}

const focused = (): Promise<string> =>
  ui.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? '')
