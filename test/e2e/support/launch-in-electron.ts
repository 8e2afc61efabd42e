import { _electron } from 'playwright-core'
import { holdStill } from './hold-still.ts'
import type { Launch, Launched } from './launch-app.ts'
import { patienceMs } from './patience.ts'

/** On Electron itself, which must be installed (`npx install-electron`). */
export async function launchInElectron(launch: Launch): Promise<Launched> {
  const { appFolder, args, colorScheme, forcedColors, viewport, env } = launch
  const electron = await _electron
    .launch({
      args: ['.', ...args],
      cwd: appFolder,
      env: Object.fromEntries(Object.entries(env).flatMap(([name, value]) => (value ? [[name, value]] : []))),
      colorScheme,
    })
    .catch((error: Error): never => {
      throw new Error(`The app has ended before it had a window (${error.message})`)
    })
  const child = electron.process()
  // On Windows the child is a shell, and the app is a child of that (Playwright, server/electron/electron.ts).
  const pid = await electron.evaluate(() => process.pid)
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk
    })
  const page = await electron.firstWindow()
  page.setDefaultTimeout(patienceMs)
  page.on('pageerror', (error) => {
    output += `${error.stack}\n`
  })
  await electron.evaluate(({ nativeTheme }, scheme) => {
    nativeTheme.themeSource = scheme
  }, colorScheme)
  await page.emulateMedia({ colorScheme, forcedColors })
  if (viewport) await page.setViewportSize(viewport)
  await page.waitForLoadState()
  await holdStill(page)
  return {
    host: 'electron',
    page,
    evaluate: (work, ...[arg]) => electron.evaluate(work as never, arg) as Promise<never>,
    output: () => output,
    kill: async () => void process.kill(pid, 'SIGKILL'),
    exited: new Promise((resolve) => child.once('exit', resolve)),
  }
}
