import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { succeed } from '../../src/shared/result.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { text } from '../../src/shared/text/index.ts'
import type { InstallTime, UpdateState } from '../../src/shared/updates.ts'
import { threePhones } from './support/example-lists.ts'
import { exampleRun } from './support/example-run.ts'
import { sizes } from './support/looks.ts'
import { openWindow, type PageAlone, type ReopenedWindow } from './support/page-alone.ts'
import { mainWith, simulated } from './support/scripted-mains.ts'

// The page alone, with a main that the test plays.

const { updates: words, frame } = text.window
const release = { version: '0.2.0', notes: ['Quicker.'], page: 'https://contoso.com/' }
const found: UpdateState = { can: 'install', looking: false, stage: { kind: 'found', release } }

let opened: ReopenedWindow
beforeAll(async () => {
  opened = await openWindow()
})
afterAll(() => opened.close())

let alone: PageAlone
let asked: (string | InstallTime)[]
afterEach(() => alone.close())
async function open(state: UpdateState): Promise<void> {
  asked = []
  const answer = (what: string) => {
    asked.push(what)
    return succeed(state)
  }
  alone = await opened.open(
    {
      ...mainWith(simulated),
      'updates:get': () => succeed(state),
      'updates:download': () => answer('download'),
      'updates:install': (when) => answer(when),
      'updates:open-page': () => {
        asked.push('page')
        return succeed(undefined)
      },
    },
    sizes.small,
  )
  await alone.page.getByRole('navigation').waitFor()
}
const notice = () => alone.page.getByRole('region', { name: words.notice, exact: true })
const press = (name: string) => notice().getByRole('button', { name, exact: true }).click()

test('a newer version is told with what is new; what is pressed is asked for', async () => {
  await open(found)
  await notice().getByText('Quicker.').waitFor()
  await press(words.page)
  await press(words.download)
  await expect.poll(() => asked).toEqual(['page', 'download'])

  await alone.push('updates:changed', {
    ...found,
    stage: { kind: 'downloaded', release, install: 'at-close' },
  })
  await press(words.notAtClose)
  await alone.push('updates:changed', { ...found, stage: { kind: 'downloaded', release, install: 'not' } })
  await press(words.atClose)
  await press(words.restart)
  await expect.poll(() => asked.slice(2)).toEqual(['not', 'at-close', 'now'])
})

test('whoever says Later is not told of that version again, and of the next one is', async () => {
  await open(found)
  await press(words.later)
  await notice().waitFor({ state: 'detached' })
  expect(await alone.page.evaluate(() => document.activeElement === document.body)).toBe(false)

  await alone.push('updates:changed', { ...found, looking: true })
  expect(await notice().count()).toBe(0)
  const next = { ...release, version: '0.3.0' }
  await alone.push('updates:changed', { ...found, stage: { kind: 'found', release: next } })
  await notice().getByText(words.available('0.3.0')).waitFor()
})

test('where nothing can be installed the page of the version is what is offered', async () => {
  await open({ ...found, can: 'portable' })
  await press(words.downloadPage)

  await expect.poll(() => asked).toEqual(['page'])
  expect(await notice().getByRole('button', { name: words.download }).count()).toBe(0)
})

test('nobody is told while a run is watched, and the settings offer nothing to press', async () => {
  await open(found)
  await notice().waitFor()
  const run = exampleRun(planRun(checkPhones(threePhones, 'NOAM')), 'phones.csv')
  run.submit(0)
  await alone.push('run:events', run.events())
  await notice().waitFor({ state: 'detached' })

  await alone.page.getByRole('navigation').getByRole('button', { name: frame.pages.settings }).click()
  const download = alone.page.getByRole('button', { name: words.download })
  expect(await download.getAttribute('aria-disabled')).toBe('true')
  await alone.page.getByText(words.duringRun).waitFor()

  run.report(0, 3)
  run.finishBatch(0)
  run.add({ type: 'RunFinished' })
  await alone.push('run:events', run.events())
  await alone.page.getByText(words.duringRun).waitFor({ state: 'detached' })
  await alone.page.getByRole('navigation').getByRole('button', { name: frame.pages.phones }).click()
  await notice().waitFor()
})
