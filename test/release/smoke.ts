/**
 * `npm run smoke -- EXECUTABLE [ARGUMENT...]`: starts a packed app in the simulated tenant with a folder of its own,
 * sees that it shows its window and that its page works, closes it, and tells.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
    // Without /F it is the windows of the process that are asked to close. Elsewhere Electron quits at the signal.
    if (process.platform === 'win32') spawnSync('taskkill', ['/PID', String(app.pid)], { stdio: 'inherit' })
    else app.kill('SIGTERM')
  },
})
if (watched.ok) console.log(`${executable} started and ended well.\n${watched.value.join('\n')}`)
else {
  console.error(`${executable}: ${watched.failure}`)
  console.error(`In ${userData}: ${(await readdir(userData)).join(', ')}`)
  process.exitCode = 1
  app.kill('SIGKILL')
  await exited
}
await rm(userData, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
