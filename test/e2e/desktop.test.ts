import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
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

const folders: string[] = []

afterEach(async () => {
  await app.close()
  for (const folder of folders.splice(0)) await removeFolder(folder)
})

async function folderThatStays(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'desktop-'))
  folders.push(folder)
  return folder
}

const speed = 500

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

describe('while a run is watched', () => {
  test('the taskbar shows how far it is, the computer stays awake, and the end is told', async () => {
    await startRun()
    await runShown(app.page).untilSubmitted(3)
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
    expect(notification?.body).toMatch(/^phones-300\.csv: \d+ phones signed in, \d+ failed\.$/)
  })

  test('closing the minimised window asks in front, and who keeps watching misses nothing', async () => {
    await startRun()
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
  })

  test('who closes all the same ends the app, and the journal says so', async () => {
    await startRun()
    await app.answerMessageBox(1)
    await app.closeWindow()

    expect(await app.exited).toBe(0)
    const folder = join(app.userData, 'runs')
    const [journal = ''] = await readdir(folder)
    const lines = (await readFile(join(folder, journal), 'utf8')).trimEnd().split('\n')
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'WatchStopped', reason: 'closing' })
  })
})

test('without a run the window closes unasked, and the app with it', async () => {
  app = await launchApp()
  await app.closeWindow()

  expect(await app.exited).toBe(0)
})

test('settings that cannot be read are kept aside, and the app starts all the same', async () => {
  const userData = await folderThatStays()
  await writeFile(join(userData, 'settings.json'), '{ broken')
  app = await launchApp({ userData })

  const aside = join(userData, 'settings.json.unreadable')
  expect(await bridgeOf(app.page).value('settings:get')).toEqual({
    theme: 'system',
    fullNamesInLog: false,
    updates: 'tell',
    managed: {},
    troubles: [text.main.settings.putAside(aside)],
  })
  expect(await readFile(aside, 'utf8')).toBe('{ broken')
})

test('settings of the first version are taken over, and values that cannot be are put aside', async () => {
  const userData = await folderThatStays()
  const file = join(userData, 'settings.json')
  await writeFile(file, JSON.stringify({ lastFolder: userData }))
  app = await launchApp({ userData })
  await app.answerOpenDialog(undefined)
  await bridgeOf(app.page).value('list:browse')
  expect(await app.desktop()).toContainEqual(expect.objectContaining({ defaultPath: userData }))
  await app.close()

  await writeFile(file, JSON.stringify({ clientId: 'by hand', theme: 'dark' }))
  app = await launchApp({ userData })
  expect(await bridgeOf(app.page).value('settings:get')).toMatchObject({
    theme: 'system',
    troubles: [text.main.settings.putAside(`${file}.unreadable`)],
  })
})

test('a page that crashes is loaded anew and knows the run that went on without it', async () => {
  await startRun()
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
})
