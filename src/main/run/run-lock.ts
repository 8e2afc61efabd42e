import { open, readFile, rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import process from 'node:process'
import { z } from 'zod'

/** Only one process at a time may carry a run: the app, or a terminal beside it. */
export type RunLock = { release(): Promise<void> }

const holder = z.object({ pid: z.int(), host: z.string() })

/**
 * Takes the lock of a journal (`<journal>.lock`); undefined when a living process of this machine holds it. What
 * a killed process left behind is taken over, likewise what nobody can read. Rejects as the file system does.
 */
export async function takeRunLock(journal: string): Promise<RunLock | undefined> {
  const file = `${journal}.lock`
  for (let attempt = 0; attempt < 2; attempt++) {
    const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return undefined
      throw error
    })
    if (handle) {
      await handle
        .writeFile(JSON.stringify({ pid: process.pid, host: hostname() }))
        .finally(() => handle.close())
      return { release: () => rm(file, { force: true }) }
    }
    if (await isHeld(file)) return undefined
    await rm(file, { force: true })
  }
  return undefined
}

async function isHeld(file: string): Promise<boolean> {
  const { data } = holder.safeParse(
    await readFile(file, 'utf8')
      .then(JSON.parse)
      .catch(() => undefined),
  )
  // A data directory on a share: whether a process of another machine lives cannot be seen from here.
  if (!data) return false
  return data.host !== hostname() || isAlive(data.pid)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
