import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { listIn } from '../support/cells-of.ts'
import { confirmedList } from '../support/confirmed-list.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { ServiceTime } from '../support/service-clock.ts'
import type { AppUnderTest, DesktopAct } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf, type PageBridge } from './support/page-bridge.ts'
import { runShown } from './support/run-shown.ts'
import { timeInApp } from './support/service-time.ts'

let app: AppUnderTest
let bridge: PageBridge
let time: ServiceTime

afterEach(() => app.close())

const speed = 10_000

/** Starts a run of 300 phones for which no time goes by. */
async function startRun(): Promise<void> {
  app = await launchApp({ args: ['--simulated-tenant', `--speed=${speed}`] })
  bridge = bridgeOf(app.page)
  time = timeInApp(app, speed)
  await time.hold()
  const sheet = listIn(await bridge.value('list:sample'))
  const session = await bridge.value('session:get')
  const tenantId = session.kind === 'signed-in' ? session.tenant.id : ''
  const confirmed = confirmedList(sheet, 'NOAM', tenantId)
  await bridge.value('run:start', { sheet, region: 'NOAM', includeSignedIn: false, confirmed })
}

const acts = async <Act extends DesktopAct['act']>(act: Act) =>
  (await app.desktop()).filter((one): one is Extract<DesktopAct, { act: Act }> => one.act === act)

const lastEvent = async () => (await bridge.value('run:current')).at(-1)

test('while a run is watched a close is asked about in front, a crashed page is loaded anew, and the taskbar shows how far it is', async () => {
  await startRun()
  await runShown(app.page).untilSubmitted(3)
  await app.answerMessageBox(0)
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  await app.closeWindow()
  await expect
    .poll(() => acts('message-box'))
    .toEqual([
      {
        act: 'message-box',
        message: text.main.closing.message,
        buttons: [text.main.closing.keepWatching, text.main.closing.close],
      },
    ])
  expect(await lastEvent()).not.toMatchObject({ type: 'WatchStopped' })
  const minimised = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
  )
  expect(minimised).toEqual([false])

  // A page that crashes knows the run that went on without it.
  const known = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(undefined)))
    contents?.forcefullyCrashRenderer()
    await loaded
    return contents?.executeJavaScript("bulkSignIn.invoke('run:current')")
  })
  expect(known).toMatchObject({
    ok: true,
    value: expect.arrayContaining([expect.objectContaining({ seq: 1 })]),
  })
  const log = await readFile(join(app.userData, 'logs/main.log'), 'utf8')
  expect(log).toContain('render-process-gone')

  expect((await acts('progress'))[0]).toEqual({ act: 'progress', progress: 0, mode: 'normal' })
  await time.pass(3)
  await expect.poll(async () => (await acts('progress')).at(-1)?.progress).toBeGreaterThan(0.3)
  expect((await acts('progress')).at(-1)?.progress).toBeLessThan(1)
  await time.goOn()
  await expect.poll(() => acts('notification')).toHaveLength(1)
  expect((await acts('progress')).at(-1)).toMatchObject({ progress: -1 })
  expect(await acts('stay-awake')).toEqual([
    { act: 'stay-awake', on: true },
    { act: 'stay-awake', on: false },
  ])
  const [notification] = await acts('notification')
  expect(notification).toMatchObject({
    title: expect.stringMatching(/^Simulated: \d+ of 300 phones signed in, \d+ failed$/),
    body: expect.stringMatching(/^phones-300\.csv\. The tenant was simulated/),
  })
})

test('settings of the first version are taken over, values that cannot be and a broken file are put aside, and without a run the window closes unasked', async () => {
  const userData = await mkdtemp(join(tmpdir(), 'desktop-'))
  const file = join(userData, 'settings.json')
  await writeFile(file, JSON.stringify({ lastFolder: userData }))
  app = await launchApp({ userData })
  await app.answerOpenDialog(undefined)
  await bridgeOf(app.page).value('list:browse')
  expect(await app.desktop()).toContainEqual(expect.objectContaining({ defaultPath: userData }))
  await app.closeWindow()
  expect(await app.exited).toBe(0)

  const aside = `${file}.unreadable`
  await writeFile(file, JSON.stringify({ clientId: 'by hand', theme: 'dark' }))
  app = await launchApp({ userData })
  expect(await bridgeOf(app.page).value('settings:get')).toMatchObject({
    theme: 'system',
    troubles: [text.main.settings.putAside(aside)],
  })
  await app.close()

  await removeFolder(aside)
  await writeFile(file, '{ broken')
  app = await launchApp({ userData })
  expect(await bridgeOf(app.page).value('settings:get')).toEqual({
    theme: 'system',
    fullNamesInLog: false,
    updates: 'tell',
    managed: {},
    troubles: [text.main.settings.putAside(aside)],
  })
  expect(await readFile(aside, 'utf8')).toBe('{ broken')
  await app.close()
  await removeFolder(userData)
})
