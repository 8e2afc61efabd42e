import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import { type MicrosoftOnLoopback, openedUrl, signInAs, startMicrosoft } from './support/microsoft.ts'
import { startButton } from './support/operator.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'

const { frame, run } = text.window

let microsoft: MicrosoftOnLoopback
let ui: PhonesWindow
// One app for both, one after the other.
beforeAll(async () => {
  microsoft = await startMicrosoft()
  ui = phonesWindow(await microsoft.launch({ args: ['--simulated-tenant'] }))
  // Where the accounts are asked for, readiness says which domain is not verified.
  await bridgeOf(ui.page).invoke('settings:change', { readiness: 'by-hand' })
})
afterAll(async () => {
  await ui.app.close()
  await microsoft.close()
})

test('what was agreed to for one tenant is not agreed to for the one that a sign-in brings meanwhile', async () => {
  const signingIn = bridgeOf(ui.page).invoke('session:sign-in', { way: 'browser' })
  await openedUrl(ui.app)
  await ui.goTo('phones')
  await ui.openList(sample('phones-300.csv'))
  await ui.chooseRegion('NOAM')
  await ui.tool(startButton()).click()
  await ui.dialog.getByText(run.confirm.simulatedTitle).waitFor()
  await ui.dialog.getByRole('checkbox').check()

  await signInAs(ui.app, oslo)
  await signingIn
  await ui.dialog.getByText(oslo.username).waitFor()
  expect(await ui.dialog.getByRole('checkbox').isChecked()).toBe(false)
  expect(await ui.dialog.getByRole('button', { name: run.confirm.start(300) }).isDisabled()).toBe(true)
  await ui.dialog.getByRole('button', { name: frame.cancel }).click()
  await ui.dialog.waitFor({ state: 'detached' })
})

test('accounts whose domain the tenant has not verified are told before anything is sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'confirmation-'))
  const list = join(folder, 'phones.csv')
  await writeFile(list, 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\nhall@contos.com,0004F28124B2\n')
  await ui.openList(list)
  await ui.tool(startButton()).click()
  await ui.dialog
    .getByText(text.check.domainUnverified({ domain: 'contos.com', rows: [3], count: 1 }))
    .waitFor()
  await removeFolder(folder)
})
