import { afterAll, beforeAll, expect, test } from 'vitest'
import { fail, succeed } from '../../src/shared/result.ts'
import { text } from '../../src/shared/text/index.ts'
import { manyPhones } from './support/example-lists.ts'
import { sizes } from './support/looks.ts'
import { startButton } from './support/operator.ts'
import { openWindow, type PageAlone, type ReopenedWindow, type ScriptedMain } from './support/page-alone.ts'
import { pressEscape } from './support/press-escape.ts'
import { mainWith, real } from './support/scripted-mains.ts'

const { phones, run } = text.window

let opened: ReopenedWindow
beforeAll(async () => {
  opened = await openWindow()
})
afterAll(() => opened.close())

/** Asks whether 300 phones are to be signed in, in a window of this size. */
async function ask(
  size: { readonly width: number; readonly height: number },
  more: ScriptedMain = {},
): Promise<PageAlone> {
  const alone = await opened.open({ ...mainWith(real, manyPhones(300)), ...more }, size)
  const { page } = alone
  await page.getByRole('navigation').waitFor()
  await page.keyboard.press('Control+o')
  await page.getByLabel(phones.region, { exact: true }).selectOption('NOAM')
  await page.getByRole('button', { name: startButton() }).click()
  await page.getByRole('dialog').waitFor()
  return alone
}

const focused = ({ page }: PageAlone): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.localName)

test('a question in a magnified window is read from its first line on, and answered with the keyboard', async () => {
  const alone = await ask({ width: 500, height: 340 })
  const { page } = alone
  try {
    expect(await page.getByRole('dialog').evaluate((dialog) => dialog.scrollTop)).toBe(0)
    expect(await focused(alone)).toBe('h2')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    expect(await page.getByRole('dialog').getByRole('checkbox').isChecked()).toBe(true)
    await pressEscape(page)
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(startButton())
  } finally {
    await alone.close()
  }
})

test('a question that is in sight as a whole has the focus on what answers it', async () => {
  const alone = await ask(sizes.small)
  try {
    expect(await focused(alone)).toBe('input')
    expect(await alone.page.getByRole('dialog').getByText(run.confirm.title(300)).isVisible()).toBe(true)
  } finally {
    await alone.close()
  }
})

test('a start that is cancelled before it is through is taken back', async () => {
  const started = Promise.withResolvers<void>()
  const takenBack = Promise.withResolvers<void>()
  const alone = await ask(sizes.small, {
    'run:start': async () => {
      await started.promise
      return fail({ kind: 'no-run', ...text.run.stoppedBeforeStart })
    },
    'run:stop-watching': () => {
      takenBack.resolve()
      return succeed(undefined)
    },
  })
  const { page } = alone
  try {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: run.confirm.start(300) }).click()
    await dialog.getByRole('button', { name: run.confirm.starting }).waitFor()
    await pressEscape(page)
    await dialog.waitFor({ state: 'detached' })
    await takenBack.promise

    started.resolve()
    await page.getByRole('group').getByText(text.run.stoppedBeforeStart.message).waitFor()
    expect(await page.getByRole('button', { name: startButton() }).isEnabled()).toBe(true)
  } finally {
    await alone.close()
  }
})
