import { afterAll, beforeAll, expect, test } from 'vitest'
import { guidanceCatalogue } from '../../src/shared/gateway/guidance.ts'
import { guide } from '../../src/shared/guide/guide.ts'
import { links } from '../../src/shared/links.ts'
import { guideText } from '../../src/shared/text/guide.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { operatorAt } from './support/operator.ts'

const { chapters, ...words } = guideText

let app: AppUnderTest

beforeAll(async () => {
  app = await launchApp()
})
afterAll(() => app.close())

const chapter = () => app.page.getByRole('article')
const open = (title: string): Promise<void> =>
  app.page.getByRole('navigation', { name: words.contents }).getByRole('button', { name: title }).click()
const focused = (): Promise<string | null | undefined> =>
  app.page.evaluate(() => document.activeElement?.textContent)

test('F1 opens the guide, before anybody has signed in', async () => {
  await app.page.getByRole('main').waitFor()
  await app.page.keyboard.press('F1')

  await app.page.getByRole('heading', { level: 1, name: words.title }).waitFor()
  await chapter().getByRole('heading', { name: chapters.install.title }).waitFor()
})

test('each chapter can be opened, and begins where the focus is', async () => {
  for (const { title } of guide) {
    await open(title)
    await chapter().getByRole('heading', { level: 2, name: title, exact: true }).waitFor()
    expect(await focused()).toBe(title)
  }
})

test('Ctrl+F searches in it, and a result leads to its place', async () => {
  await app.page.keyboard.press('Control+f')
  await app.page.keyboard.type('holiday xylophone')
  await app.page.getByText(words.search.nothing('holiday xylophone')).waitFor()
  await app.page.getByRole('searchbox').fill('recycle bin')
  const results = app.page.getByRole('region', { name: words.search.results })
  await results.getByRole('button').first().focus()
  await app.page.keyboard.press('Enter')
  await results.waitFor({ state: 'detached' })
  expect((await focused())?.toLowerCase()).toContain('recycle bin')
})

test('every message of the service is in it, with what to do', async () => {
  await open(chapters.messages.title)
  for (const { says, remedy } of guidanceCatalogue) {
    const row = chapter()
      .getByRole('row')
      .filter({ has: app.page.getByText(says, { exact: true }) })
    expect(await row.getByRole('cell').nth(1).textContent()).toBe(remedy)
  }
})

test('a link to a chapter leads there, a link to Microsoft opens in the browser of the system', async () => {
  await open(chapters.install.title)
  await chapter().getByRole('button', { name: 'policies', exact: true }).click()
  await chapter().getByRole('heading', { level: 2, name: chapters.deployment.title }).waitFor()
  expect(await focused()).toBe(chapters.deployment.title)

  await open(chapters['prepare-the-tenant'].title)
  await chapter().getByRole('button', { name: 'Plan for SIP Gateway' }).click()
  await expect
    .poll(() => app.desktop())
    .toContainEqual(expect.objectContaining({ act: 'open-external', url: links.planSipGateway }))
})

test('lines to type are copied as they stand', async () => {
  await open(chapters['interrupted-runs'].title)
  await chapter().getByRole('button', { name: words.copyCode }).click()

  const shown = await chapter().locator('pre').textContent()
  expect(shown).toContain('Get-CsSdgBulkSignInRequestStatus')
  await expect.poll(() => app.desktop()).toContainEqual({ act: 'clipboard', text: shown })
})

test('the chapter stays open while the operator looks at another page', async () => {
  await open(chapters.results.title)
  await operatorAt(app.page).goTo('settings')
  await operatorAt(app.page).goTo('help')

  await chapter().getByRole('heading', { level: 2, name: chapters.results.title }).waitFor()
})
