import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accountProblems } from '../../src/core/simulator/accounts.ts'
import { simulatedTenant } from '../../src/core/simulator/identity.ts'
import { guidanceFor } from '../../src/shared/gateway/guidance.ts'
import { resultWords } from '../../src/shared/run/why-words.ts'
import { text } from '../../src/shared/text/index.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import { launchApp } from './support/launch-app.ts'
import { startButton } from './support/operator.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'

const { inventory, readiness: words, run, table } = text.window

let ui: PhonesWindow
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readiness-'))
  ui = phonesWindow(await launchApp({ args: ['--simulated-tenant', '--speed=10000'], isUnprepared: true }))
  await ui.goTo('phones')
  await ui.openList(sample('phones-300.csv'))
  await ui.chooseRegion('NOAM')
})
afterAll(async () => {
  await ui.app.close()
  await removeFolder(folder)
})

const reason = (name: RegExp) => ui.page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name })

test('a list is checked by itself, and each reason has its phones and its script', async () => {
  await ui.page.getByRole('tab', { name: words.tab }).focus()
  await ui.page.keyboard.press('Enter')
  await ui.page
    .getByRole('tabpanel')
    .getByText(/will fail/)
    .first()
    .waitFor()
  const missing = reason(/without a phone number/)
  const many = Number(/(\d+) accounts? without/.exec((await missing.textContent()) ?? '')?.[1])
  expect(many).toBeGreaterThan(0)

  await missing.getByRole('button', { name: /^Select/ }).click()
  await ui.page.getByText(table.select.selected(many), { exact: true }).first().waitFor()

  const file = join(folder, 'fix-number.ps1')
  await ui.app.answerSaveDialog(file)
  await missing.getByRole('button', { name: /^Save script/ }).click()
  await ui.page.getByText(words.saved(file)).first().waitFor()
  const script = await readFile(file, 'utf8')
  // Guests and resource accounts are of another kind, and get no number.
  const named = script.match(/^ {2}'phone\d{4}@contoso\.com'\r?$/gm) ?? []
  expect(named.length).toBeGreaterThan(0)
  expect(named.length).toBeLessThanOrEqual(many)
  await ui.page.getByRole('button', { name: table.select.clear }).click()
})

test('what is checked off is kept for the tenant', async () => {
  const box = ui.page.getByRole('checkbox', { name: words.checklistSteps.defaults })
  await box.check()
  await expect
    .poll(async () => JSON.parse(await readFile(join(ui.app.userData, 'settings.json'), 'utf8')).accessSteps)
    .toEqual({ [simulatedTenant.id]: ['readiness defaults'] })
})

test('the device inventory is read once it is switched on, and says what is urgent', async () => {
  const section = ui.page.getByRole('region', { name: inventory.title })
  await section.getByText(inventory.off).waitFor()
  await section.getByText(inventory.switchOn).click()
  await ui.page.getByLabel(inventory.setting.label).selectOption('on')
  await ui.goTo('phones')
  await section.getByText(/^Time left: the 10 most urgent of \d+ phones$/).waitFor()
  await section.getByText(/phones? past the deadline/).waitFor()
})

test('a run leaves out what will fail, and no phone of it fails for what readiness reads', async () => {
  await ui.tool(startButton()).click()
  await ui.dialog.getByText(/\d+ ready, \d+ will fail/).waitFor()
  await ui.dialog
    .getByText(/is signed in on this phone/)
    .first()
    .waitFor()
  const left = Number(/(\d+) phones that will fail/.exec(await ui.dialog.innerText())?.[1])
  expect(left).toBeGreaterThan(0)
  await ui.dialog.getByRole('checkbox').check()
  await ui.dialog.getByRole('button', { name: run.confirm.start(300 - left) }).click()

  const { phones } = await ui.shown.until('finished')
  expect(phones).toHaveLength(300 - left)
  const codes = phones.flatMap((phone) =>
    phone.status === 'failed' ? [guidanceFor(resultWords(phone) ?? '')?.code ?? 'unknown'] : [],
  )
  expect(codes.length).toBeGreaterThan(0)
  expect(codes.filter((code) => accountProblems.has(code))).toEqual([])
})
