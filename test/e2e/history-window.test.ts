import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InvokeChannel } from '../../src/shared/ipc.ts'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import type { PastRun, RunsOnDisk } from '../../src/shared/run/past-run.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import type { SessionState } from '../../src/shared/session.ts'
import { text } from '../../src/shared/text/index.ts'
import { batchHistoryOf, everyRun, historyPhones, manyRuns, pastRunOf } from './support/example-history.ts'
import { threePhones } from './support/example-lists.ts'
import { exampleRun } from './support/example-run.ts'
import { type HistoryOnScreen, historyPage } from './support/history-page.ts'
import { type Keyboard, keyboardAt } from './support/keyboard.ts'
import { looks, sizes } from './support/looks.ts'
import { openWindow, type PageAlone, type ReopenedWindow, type ScriptedMain } from './support/page-alone.ts'
import { mainWith, real } from './support/scripted-mains.ts'
import { inContoso } from './support/sign-in-states.ts'

// What the page of the past does with what main answers; main is played by the test.

const { history: words, session } = text.window

let opened: ReopenedWindow
let alone: PageAlone
let leave: PageAlone['close'] | undefined
let past: HistoryOnScreen
let keyboard: Keyboard
let asked: InvokeChannel[]

beforeAll(async () => {
  opened = await openWindow()
})
afterAll(() => opened.close())

/** Closes the page before it. */
async function open(runs: RunsOnDisk, more: ScriptedMain = {}, state: SessionState = real): Promise<void> {
  await leave?.()
  asked = []
  const main: ScriptedMain = {
    ...mainWith(state),
    'history:runs': () => succeed(runs),
    'history:batches': () => succeed(batchHistoryOf(300)),
    'history:batch': () => succeed(historyPhones(100)),
    ...more,
  }
  const noted = Object.fromEntries(
    Object.entries(main).map(([channel, answer]) => [
      channel,
      (request: never) => {
        asked.push(channel as InvokeChannel)
        return answer(request)
      },
    ]),
  )
  alone = await opened.open(noted, { ...sizes.small, ...looks.light })
  leave = alone.close
  await alone.page.getByRole('navigation').waitFor()
  past = historyPage(alone.page)
  await past.open()
  keyboard = await keyboardAt(alone.page)
}

const times = (channel: InvokeChannel): number => asked.filter((one) => one === channel).length
const main = (): Locator => alone.page.getByRole('main')
const button = (name: string | RegExp): Locator => main().getByRole('button', { name })
const rowOf = (run: PastRun): Locator => past.rowsOf(past.runs).filter({ hasText: run.listName })
const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

describe('long lists', () => {
  beforeAll(() => open(manyRuns))

  test('of 200 runs only those in sight are in the document, and the keyboard reaches all', async () => {
    const row = (index: number): Locator => past.runs.locator(`[data-index="${index}"]`)
    await keyboard.goTo(row(0))
    expect(await past.rowsOf(past.runs).count()).toBeLessThan(30)
    await keyboard.press('End')
    await expect.poll(() => isFocused(row(199))).toBe(true)
    expect(await past.rowsOf(past.runs).count()).toBeLessThan(30)
    await keyboard.press('ArrowUp')
    await expect.poll(() => isFocused(row(198))).toBe(true)
    await keyboard.press('Home')
    await expect.poll(() => isFocused(row(0))).toBe(true)
    await keyboard.press('PageDown')
    await expect
      .poll(async () => Number(await alone.page.locator(':focus').getAttribute('data-index')))
      .toBeGreaterThan(3)
    await keyboard.press('Home')
    await expect.poll(() => isFocused(row(0))).toBe(true)
  })

  test('Tab goes to the buttons of the current row, and to no other row', async () => {
    await keyboard.goTo(past.runs.locator('[data-index="0"]'))
    await keyboard.press('ArrowDown')
    const second = past.runs.locator('[data-index="1"]')
    await expect.poll(() => isFocused(second)).toBe(true)
    for (const name of [/^Open/, /^Export/, /^Report/, /^Delete/]) {
      await keyboard.press('Tab')
      expect(await isFocused(second.getByRole('button', { name }))).toBe(true)
    }
    for (const _ of ['Report', 'Export', 'Open', 'row']) await keyboard.press('Shift+Tab')
    expect(await isFocused(second)).toBe(true)
    await keyboard.press('Shift+Tab')
    expect(await past.runs.locator(':focus').count()).toBe(0)
  })

  test('300 batches and the 100 phones of one are not all in the document', async () => {
    await past.showTab('batches')
    await past.untilRows(past.batches, 300)
    await keyboard.goTo(past.batches.locator('[data-index="0"]'))
    await keyboard.press('End')
    await keyboard.press('Enter')
    await past.untilRows(past.phones, 100)
    expect(await alone.page.getByRole('row').count()).toBeLessThan(60)
    const marked = past.batches.locator('[data-index="299"]')
    expect(await isFocused(marked)).toBe(true)
    await expect
      .poll(() =>
        marked.evaluate(
          (row) =>
            row.getBoundingClientRect().bottom <=
            (row.closest('[role="grid"]')?.getBoundingClientRect().bottom ?? 0) + 1,
        ),
      )
      .toBe(true)
  })
})

describe('each run says how it stands', () => {
  beforeAll(() => open(everyRun))

  test('one that is watched elsewhere can be neither opened nor deleted, and says why', async () => {
    const row = past.runs.locator('[data-index="0"]')
    await row.getByText(words.runs.why.elsewhere).waitFor()
    await row.getByRole('button', { name: /^Delete/ }).focus()
    await alone.page
      .getByRole('tooltip')
      .getByText('Only if process 4711 of this computer is another program')
      .waitFor()
    await alone.page.keyboard.press('Enter')
    await row.getByRole('button', { name: /^Open/ }).focus()
    await alone.page.keyboard.press('Enter')
    expect(await alone.page.getByRole('dialog').count()).toBe(0)
    expect(times('run:open')).toBe(0)
  })

  test('of whose tenant it is, and whether that is this one', async () => {
    for (const run of everyRun.runs.filter(({ tenant }) => tenant.name === 'Fabrikam'))
      expect(await rowOf(run).getByText(words.runs.otherTenant).count()).toBe(1)
    await keyboard.goTo(past.runs.locator('[data-index="0"]'))
    await keyboard.press('End')
    const sample = past.rowsOf(past.runs).filter({ hasText: 'sample.csv' })
    expect(await sample.getByText(session.simulatedBadge, { exact: true }).count()).toBe(1)
    expect(await sample.getByText(words.runs.otherTenant).count()).toBe(0)
  })

  test('one that cannot be read names its file and why, and can be deleted', async () => {
    await open(
      { runs: [], unreadable: everyRun.unreadable.slice(0, 1) },
      { 'run:delete': () => succeed(undefined) },
    )
    const [lost] = everyRun.unreadable
    await past.runs.getByText(lost?.file ?? '').waitFor()
    await past.runs.getByText(lost?.trouble ?? '').waitFor()
    await past.runs.getByRole('button', { name: /^Delete/ }).click()
    const dialog = alone.page.getByRole('dialog')
    await dialog.getByText(words.remove.unreadableBody).waitFor()
    await dialog.getByRole('button', { name: words.remove.confirm }).click()
    await expect.poll(() => times('run:delete')).toBe(1)
  })
})

describe('deleting', () => {
  test('of an unfinished run says what is lost with it', async () => {
    await open(everyRun)
    await button(/^Delete head-office.csv/).click()
    await alone.page.getByRole('dialog').getByText(words.remove.unfinishedBody).waitFor()
    await alone.page.getByRole('dialog').getByText(words.remove.bin).waitFor()
  })

  test('of the only run leaves the page with the keyboard in it', async () => {
    const runs = [pastRunOf(1)]
    await open(
      { runs: [], unreadable: [] },
      {
        'history:runs': () => succeed({ runs: [...runs], unreadable: [] }),
        'run:delete': () => {
          runs.length = 0
          return succeed(undefined)
        },
      },
    )
    await keyboard.goTo(past.runs.locator('[data-index="0"]'))
    await keyboard.press('Delete')
    await keyboard.goTo(alone.page.getByRole('dialog').getByRole('button', { name: words.remove.confirm }))
    await keyboard.press('Enter')
    await main().getByText(words.runs.empty.title).waitFor()
    await keyboard.expectFocus()
  })

  test('that does not work says why, and the run is still there', async () => {
    const refusal = text.run.notRemoved('C:\\runs\\a.jsonl', 'EBUSY')
    await open(
      { runs: [pastRunOf(1)], unreadable: [] },
      { 'run:delete': () => fail({ kind: 'file', ...refusal }) },
    )
    await button(/^Delete/).click()
    await alone.page.getByRole('dialog').getByRole('button', { name: words.remove.confirm }).click()
    await main().getByText(refusal.message).waitFor()
    await past.untilRows(past.runs, 1)
    await keyboard.expectFocus()
  })
})

describe('what is read when', () => {
  test('a record that cannot be read says why, and is tried again', async () => {
    const failure = { kind: 'service', ...text.run.historyFailed('No answer.') } as const
    let works = false
    await open(manyRuns, { 'history:batches': () => (works ? succeed(batchHistoryOf(3)) : fail(failure)) })
    await past.showTab('batches')
    await main().getByText(failure.message).waitFor()
    works = true
    await keyboard.goTo(button(words.tryAgain))
    await keyboard.press('Enter')
    await past.untilRows(past.batches, 3)
    await keyboard.expectFocus()
    expect(await main().getByText(failure.message).count()).toBe(0)
  })

  test('Refresh reads both again', async () => {
    await open(manyRuns)
    await past.untilRows(past.runs, 200)
    const before = [times('history:runs'), times('history:batches')]
    await button(words.refresh).click()
    await expect
      .poll(() => [times('history:runs'), times('history:batches')])
      .toEqual(before.map((n) => n + 1))
  })

  test('when watching begins and ends, the disk is read again; the service is not', async () => {
    const before = [times('history:runs'), times('history:batches')]
    const run = exampleRun(planRun(checkPhones(threePhones, 'NOAM')), threePhones.name)
    await alone.push('run:events', run.events())
    await expect.poll(() => times('history:runs')).toBe((before[0] ?? 0) + 1)
    run.add({ type: 'WatchStopped', reason: 'operator' })
    await alone.push('run:events', run.events())
    await expect.poll(() => times('history:runs')).toBe((before[0] ?? 0) + 2)
    expect(times('history:batches')).toBe(before[1])
  })

  test('in another tenant the batch history is asked for anew', async () => {
    await past.showTab('batches')
    await past.untilRows(past.batches, 300)
    const before = times('history:batches')
    await alone.push('session:changed', { ...inContoso, tenant: { ...inContoso.tenant, id: 'another' } })
    await expect.poll(() => times('history:batches')).toBe(before + 1)
    await alone.push('session:changed', { kind: 'signed-out', accounts: [] })
    await main().getByText(words.batchHistory.signedOut.title).waitFor()
    expect(times('history:batches')).toBe(before + 1)
  })
})

test('opening a past run is told in one sentence; nothing of it is told as news', async () => {
  const written = exampleRun(planRun(checkPhones(threePhones, 'NOAM')), threePhones.name)
  written.submit(0)
  written.report(0, 3)
  written.finishBatch(0)
  written.add({ type: 'RunFinished' })
  const events: readonly RunEvent[] = written.events()
  const [started] = events
  if (started?.type !== 'RunStarted') throw new Error('A run begins with its start')
  let isOpen = false
  await open(
    { runs: [pastRunOf(1, { runId: started.runId, listName: started.listName })], unreadable: [] },
    {
      'run:open': async () => {
        isOpen = true
        await alone.push('run:events', events)
        return succeed(undefined)
      },
      'run:current': () => succeed(isOpen ? events : []),
    },
  )
  await alone.page.evaluate(() => {
    const told: string[] = []
    Object.assign(window, { told })
    for (const status of document.querySelectorAll('[role="status"]'))
      new MutationObserver(() => told.push(status.textContent ?? '')).observe(status, {
        subtree: true,
        childList: true,
        characterData: true,
      })
  })
  await button(/^Open/).click()
  await main().getByRole('grid', { name: text.window.table.name }).waitFor()
  await expect
    .poll(() => alone.page.evaluate(() => (window as unknown as { told: string[] }).told))
    .toEqual([
      expect.stringMatching(/^The run lobby\.csv, .* is shown\. Simulated: All 3 phones signed in\.$/),
    ])
})
