import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { sample } from '../support/sample.ts'
import { type MicrosoftOnLoopback, openedUrl, signInAs, startMicrosoft } from './support/microsoft.ts'
import { startButton } from './support/operator.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesWindow, phonesWindow } from './support/phones-window.ts'

const { run } = text.window

let microsoft: MicrosoftOnLoopback
let ui: PhonesWindow
beforeEach(async () => {
  microsoft = await startMicrosoft()
  ui = phonesWindow(await microsoft.launch({ args: ['--simulated-tenant'] }))
})
afterEach(async () => {
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
})

test('accounts whose domain the tenant has not verified are told before anything is sent', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'confirmation-'))
  const list = join(folder, 'phones.csv')
  await writeFile(list, 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\nhall@contos.com,0004F28124B2\n')
  const signingIn = bridgeOf(ui.page).invoke('session:sign-in', { way: 'browser' })
  // Where the accounts are asked for, readiness says it.
  await bridgeOf(ui.page).invoke('settings:change', { readiness: 'by-hand' })
  await signInAs(ui.app, oslo)
  await signingIn
  await ui.goTo('phones')
  await ui.openList(list)
  await ui.chooseRegion('NOAM')
  await ui.tool(startButton()).click()
  await ui.dialog
    .getByText(text.check.domainUnverified({ domain: 'contos.com', rows: [3], count: 1 }))
    .waitFor()
  await removeFolder(folder)
})
