/**
 * `npm run smoke -- EXECUTABLE [ARGUMENT...]`: starts what users start (the packed app, the portable program, the
 * installed app) in the simulated tenant with a folder of its own, sees that it shows its window and that its page works,
 * closes it, and tells.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { tellJob } from './job-summary.ts'
import { watchStart } from './watch-start.ts'

const [executable, ...args] = process.argv.slice(2)
if (executable === undefined) {
  console.error('Which app? npm run smoke -- EXECUTABLE [ARGUMENT...]')
  process.exit(64)
}

const userData = await mkdtemp(join(tmpdir(), 'smoke-'))
const app = spawn(executable, [`--user-data-dir=${userData}`, '--simulated-tenant', ...args], {
  stdio: 'inherit',
})
const exited = new Promise<number | null>((resolve, reject) => {
  app.once('exit', resolve)
  app.once('error', reject)
})

const watched = await watchStart({
  userData,
  exited,
  close() {
    // Elsewhere Electron quits at the signal.
    if (process.platform === 'win32') closeOnWindows()
    else app.kill('SIGTERM')
  },
})
if (watched.ok) tellJob(`${basename(executable)} started and ended well`, watched.value)
else {
  console.error(`${executable}: ${watched.failure}`)
  console.error(`In ${userData}: ${(await readdir(userData)).join(', ')}`)
  process.exitCode = 1
  app.kill('SIGKILL')
  await exited
}
await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })

/**
 * Closes the window as its user would. The portable program only starts the app and waits for it, so the process that
 * was started here may have no window: the app is known by its data folder (.NET, Process.CloseMainWindow).
 */
function closeOnWindows(): void {
  const script = `Get-CimInstance Win32_Process -Filter "CommandLine LIKE '%${basename(userData)}%'" |
    Where-Object ProcessId -ne $PID | ForEach-Object { Get-Process -Id $_.ProcessId } |
    Where-Object MainWindowHandle -ne 0 | ForEach-Object { $_.CloseMainWindow() }`
  spawnSync('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', script], { stdio: 'inherit' })
}
