import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHost } from '../electron-host/host-process.ts'
import type { Demo } from './demo-list.ts'

/** Opens the app in an installed browser and waits until its tab is closed. Answers the exit code. */
export async function showInBrowser(executable: string, { appFolder, list }: Demo): Promise<number> {
  const scratch = await mkdtemp(join(tmpdir(), 'bulk-sign-in-demo-'))
  console.log(`\nDemo in a browser (${executable}), not on Electron, with the simulated tenant:`)
  console.log('nothing real is signed in. The main process of the app runs beside the browser.')
  console.log('Choose a region on the page Phones, then press "Bulk sign in". Close the window to end.\n')
  try {
    const host = await startHost({
      appFolder,
      args: [`--user-data-dir=${join(scratch, 'user-data')}`, '--simulated-tenant', `--list=${list}`],
      chromium: executable,
      profile: join(scratch, 'browser'),
      headed: true,
      driven: false,
      saveFolder: join(appFolder, 'artifacts/demo'),
      media: { colorScheme: 'light', forcedColors: 'none' },
    })
    await host.begin()
    const code = (await host.exited) ?? 1
    console.log(host.output())
    console.log('This was the demo in a browser, with the simulated tenant.')
    return code
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
}
