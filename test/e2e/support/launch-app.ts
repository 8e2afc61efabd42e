import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { holdFolder, removeFolder } from '../../support/remove-folder.ts'
import type { AppUnderTest, LaunchOptions } from './app-under-test.ts'
import { recordDesktop } from './desktop-recorder.ts'
import { launchInBrowser } from './launch-in-browser.ts'
import { launchInElectron } from './launch-in-electron.ts'

/** A started app, before anybody stands at its desktop. */
export type Launched = Pick<AppUnderTest, 'host' | 'page' | 'evaluate' | 'output' | 'kill' | 'exited'>

/** What is settled about an app when it is launched. */
export type Launch = Required<
  Omit<LaunchOptions, 'viewport' | 'userData' | 'isUnprepared' | 'env' | 'packaged' | 'displays'>
> &
  Pick<LaunchOptions, 'viewport' | 'packaged' | 'displays'> & {
    /** Goes with the app. */
    readonly scratch: string
    readonly env: NodeJS.ProcessEnv
  }

/** Launches the built app: on real Electron with E2E_HOST=electron, else on the stand-in. */
export async function launchApp(options: LaunchOptions = {}): Promise<AppUnderTest> {
  const scratch = await mkdtemp(join(tmpdir(), 'bulk-sign-in-test-'))
  const removeScratch = (): Promise<void> =>
    // A browser that has just been ended may still write to its folder.
    removeFolder(scratch)
  const userData = options.userData ?? join(scratch, 'user-data')
  const launch = process.env['E2E_HOST'] === 'electron' ? launchInElectron : launchInBrowser
  try {
    const launched = await launch({
      colorScheme: 'light',
      forcedColors: 'none',
      appFolder: resolve(import.meta.dirname, '../../..'),
      ...options,
      scratch,
      args: [
        `--user-data-dir=${userData}`,
        ...(options.isUnprepared ? [] : ['--prepared']),
        ...(options.args ?? []),
      ],
      env: { ...process.env, ...options.env },
    })
    const { page, evaluate, exited } = launched
    void exited.then(holdFolder(userData))
    const kill = async (): Promise<void> => {
      await launched.kill()
      await exited
      await removeScratch()
    }
    return {
      ...launched,
      ...(await recordDesktop(evaluate)),
      userData,
      kill,
      async closeWindow() {
        // The answer does not come any more when the app goes at once.
        await evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(
          () => undefined,
        )
      },
      async reload() {
        await Promise.all([
          page.waitForEvent('load'),
          evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload()),
        ])
      },
      async close() {
        const overdue = setTimeout(kill, 60_000)
        await evaluate(({ app }) => app.exit(0)).catch(() => undefined)
        await exited
        clearTimeout(overdue)
        await removeScratch()
      },
    }
  } catch (error) {
    await removeScratch()
    throw error
  }
}
