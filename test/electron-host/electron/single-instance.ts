import { mkdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The lock of a folder of user data: one host at a time has it. `seconded` is called when another one asks for it
 * meanwhile. Answers whether it was had; a host that was killed leaves it to the next one, as with Electron.
 */
export function takeInstanceLock(userData: string, seconded: () => void): boolean {
  const lock = join(userData, 'host-instance')
  const bell = join(userData, 'host-second-instance')
  mkdirSync(userData, { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      break
    } catch {
      const holder = Number(readFileSync(lock, 'utf8'))
      if (isAlive(holder)) {
        writeFileSync(bell, String(process.pid))
        return false
      }
      rmSync(lock, { force: true })
    }
  }
  let lastRung = ''
  const watcher = watch(userData, (_, name) => {
    if (name !== 'host-second-instance') return
    const ringer = readFileSync(bell, 'utf8')
    // One ring is told of several times.
    if (ringer === '' || ringer === lastRung) return
    lastRung = ringer
    seconded()
  })
  watcher.unref()
  process.once('exit', () => rmSync(lock, { force: true }))
  return true
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
