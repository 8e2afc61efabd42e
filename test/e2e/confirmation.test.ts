import { afterEach, beforeEach, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { oslo } from '../support/authority/directory.ts'
import { sample } from '../support/sample.ts'
import { type MicrosoftOnLoopback, openedUrl, signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'
import { type PhonesDesk, phonesDesk } from './support/phones-desk.ts'

const { phones, run } = text.window

let microsoft: MicrosoftOnLoopback
let desk: PhonesDesk
beforeEach(async () => {
  microsoft = await startMicrosoft()
  desk = phonesDesk(await microsoft.launch({ args: ['--simulated-tenant'] }))
})
afterEach(async () => {
  await desk.app.close()
  await microsoft.close()
})

test('what was agreed to for one tenant is not agreed to for the one that a sign-in brings meanwhile', async () => {
  const signingIn = bridgeOf(desk.page).invoke('session:sign-in', { way: 'browser' })
  await openedUrl(desk.app)
  await desk.goTo('phones')
  await desk.openList(sample('phones-300.csv'))
  await desk.chooseRegion('NOAM')
  await desk.tool(phones.bulkSignIn).click()
  await desk.dialog.getByText(run.confirm.simulatedTitle).waitFor()
  await desk.dialog.getByRole('checkbox').check()

  await signInAs(desk.app, oslo)
  await signingIn
  await desk.dialog.getByText(oslo.username).waitFor()

  expect(await desk.dialog.getByRole('checkbox').isChecked()).toBe(false)
  expect(await desk.dialog.getByRole('button', { name: run.confirm.start(300) }).isDisabled()).toBe(true)
})
