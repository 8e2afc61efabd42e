import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { text } from '../../src/shared/text/index.ts'
import { watchStart } from '../release/watch-start.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { AppUnderTest } from './support/app-under-test.ts'
import { launchApp } from './support/launch-app.ts'
import { bridgeOf } from './support/page-bridge.ts'

// What the release looks for in the packed app, which no test can look into.

let userData: string
beforeEach(async () => {
  userData = await mkdtemp(join(tmpdir(), 'start-'))
})
afterEach(() => removeFolder(userData))

describe('an app that starts well', () => {
  test('says so in its log, closes when its window is closed, and has kept the place of that', async () => {
    const bounds = (x: number) => ({ x, y: 0, width: 1920, height: 1080 })
    const displays = [
      { bounds: bounds(0), workArea: bounds(0), scaleFactor: 1.5 },
      { bounds: bounds(1920), workArea: bounds(1920), scaleFactor: 2 },
    ]
    const windowPlace = { x: 2000, y: 50, width: 1000, height: 700, maximised: false }
    await writeFile(join(userData, 'settings.json'), JSON.stringify({ windowPlace, zoom: 1.25 }))
    const app = await launchApp({
      userData,
      displays,
      args: ['--simulated-tenant', '--password-store=basic'],
    })
    const factor = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor())
    await expect.poll(factor).toBe(1.25)
    expect(await rolesOnSelectedText(app)).toEqual(['copy'])
    const { encryption, encryptionOutcome: outcome } = text.main.diagnostics
    const diagnostics = await bridgeOf(app.page).value('diagnostics:copy')
    expect(diagnostics).toContain(`${encryption}: `)
    expect(diagnostics).not.toContain(outcome['not-tried'])
    // With the switch, Chromium on Linux has nothing but a key that everybody knows. Elsewhere it says nothing.
    if (app.host === 'browser' || process.platform === 'linux')
      expect(diagnostics).toContain(`${encryption}: ${outcome['public-key']}`)
    await expect(removeFolder(userData)).rejects.toThrow('EBUSY')
    const { width, height } = windowPlace
    // Electron has the displays of the computer, and the system finds the place where there is none like that.
    expect(await boundsOf(app)).toMatchObject(
      app.host === 'browser' ? { x: 2000, y: 50, width, height } : { width, height },
    )
    const moved = { width: width - 40, height: height - 30 }
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setBounds(size), moved)
    const watched = await watchStart({ userData, exited: app.exited, close: app.closeWindow })

    expect(watched).toEqual({
      ok: true,
      value: expect.arrayContaining([
        expect.stringMatching(/^Window shown: version \d/),
        expect.stringMatching(/^Page ready: version \d.*Electron \d.*Chromium \d/),
      ]),
    })
    const kept = JSON.parse(await readFile(join(userData, 'settings.json'), 'utf8'))
    expect(kept.windowPlace).toMatchObject(moved)
    await app.kill()
  })
})

const boundsOf = (app: AppUnderTest) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())

/** What a click with the right button on selected text offers. */
const rolesOnSelectedText = (app: AppUnderTest): Promise<readonly (string | undefined)[]> =>
  app.evaluate(({ BrowserWindow, Menu }) => {
    const roles: (string | undefined)[] = []
    const { buildFromTemplate } = Menu
    Menu.buildFromTemplate = (template) => {
      roles.push(...template.map(({ role }) => role))
      return { popup: () => undefined } as never
    }
    const clicked = { isEditable: false, selectionText: 'Hall', editFlags: { canCopy: true } }
    BrowserWindow.getAllWindows()[0]?.webContents.emit('context-menu', {}, clicked)
    Menu.buildFromTemplate = buildFromTemplate
    return roles
  })

describe('an app that does not', () => {
  const never = new Promise<never>(() => undefined)

  test('says nothing: the time is up', async () => {
    const close = () => expect.unreachable()
    expect(await watchStart({ userData, exited: never, close }, { startMs: 300, endMs: 0 })).toMatchObject({
      ok: false,
      failure: expect.stringContaining('within 300 ms'),
    })
  })

  test('ends before it is all there', async () => {
    const close = () => expect.unreachable()
    expect(await watchStart({ userData, exited: Promise.resolve(1), close })).toMatchObject({
      ok: false,
      failure: expect.stringContaining('exit code 1'),
    })
  })

  test('stays when its window is closed, or ran into an error of its own', async () => {
    const app = await launchApp({ userData })
    const staying = await watchStart(
      { userData, exited: app.exited, close: () => undefined },
      { startMs: 60_000, endMs: 200 },
    )
    expect(staying).toMatchObject({ ok: false, failure: expect.stringContaining('still there 200 ms') })

    await app.evaluate(() => void Promise.reject(new Error('A fault for the test')))
    await expect
      .poll(() => readFile(join(userData, 'logs/main.log'), 'utf8'))
      .toContain('A fault for the test')
    const told = await app.evaluate(({ BrowserWindow, dialog }) => {
      const boxes: string[] = []
      dialog.showErrorBox = (...words) => void boxes.push(...words)
      const failure = new Error('A preload for the test')
      BrowserWindow.getAllWindows()[0]?.webContents.emit('preload-error', {}, 'index.cjs', failure)
      return boxes
    })
    expect(told.join()).toContain('A preload for the test')
    const watched = await watchStart({ userData, exited: app.exited, close: app.closeWindow })
    await app.close()

    expect(watched).toMatchObject({ ok: false, failure: expect.stringContaining('A fault for the test') })
  })
})
