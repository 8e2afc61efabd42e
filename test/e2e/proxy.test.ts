import { expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { startAskingProxy } from '../support/asking-proxy.ts'
import { oslo } from '../support/authority/directory.ts'
import { everyFile } from '../support/every-file.ts'
import { signInAs, startMicrosoft } from './support/microsoft.ts'
import { bridgeOf } from './support/page-bridge.ts'

const { proxy: words } = text.window

test('a proxy that asks is signed in to once, in the window, and nothing keeps its password', async () => {
  const password = 'Trapeze-7734'
  const proxy = await startAskingProxy('admin', password)
  const microsoft = await startMicrosoft()
  const app = await microsoft.launch({
    // This computer itself is asked without a proxy, unless Chromium is told otherwise.
    args: [`--proxy-server=${proxy.address}`, '--proxy-bypass-list=<-loopback>'],
  })
  try {
    const signing = bridgeOf(app.page).invoke('session:sign-in', { way: 'browser' })
    const dialog = app.page.getByRole('dialog', { name: words.title })
    const person = signInAs(app, oslo)
    await dialog.waitFor()
    expect(await dialog.getByText(proxy.address).isVisible()).toBe(true)

    await dialog.getByLabel(words.username, { exact: true }).fill('admin')
    await dialog.getByLabel(words.password, { exact: true }).fill('wrong')
    await dialog.getByRole('button', { name: words.signIn }).click()
    await dialog.getByText(words.refusedTitle).waitFor()
    await dialog.getByLabel(words.username, { exact: true }).fill('admin')
    await dialog.getByLabel(words.password, { exact: true }).fill(password)
    await dialog.getByRole('button', { name: words.signIn }).click()
    await dialog.waitFor({ state: 'detached' })

    await person
    expect(await signing).toMatchObject({ ok: true, value: { kind: 'signed-in' } })
    expect(proxy.refusals()).toBeGreaterThan(1)
    // The request that was asked for the password is not what the sign-in waits for.
    await expect.poll(() => proxy.passages()).toBeGreaterThan(0)
    await app.close()

    const kept = [...(await everyFile(microsoft.userData)).values(), app.output()].join('\n')
    expect(kept).toContain('Window shown')
    for (const secret of [password, Buffer.from(`admin:${password}`).toString('base64')])
      expect(kept).not.toContain(secret)
  } finally {
    await app.close()
    await microsoft.close()
    await proxy.close()
  }
})
