import { rmSync } from 'node:fs'
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** A folder of this process with the list of a batch for a cmdlet: usernames and hardware IDs. */
export type WorkFolder = { readonly path: string; remove(): Promise<void> }

/** Makes the folder. This process removes it at its exit at the latest, unless it is killed. */
export async function openWorkFolder(): Promise<WorkFolder> {
  const path = await mkdtemp(join(tmpdir(), `sip-gateway-${process.pid}-`))
  const atExit = (): void => {
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // Windows keeps a folder that a process still works in; the lists in it are gone.
    }
  }
  process.once('exit', atExit)
  return {
    path,
    async remove() {
      process.removeListener('exit', atExit)
      await rm(path, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/**
 * Removes the folders whose process is gone. When the app is killed, each bridge removes its own folder. A folder
 * remains only if its bridge was killed too, as by a power cut. If another program has the process's number by now, the
 * folder stays for later.
 */
export async function sweepWorkFolders(): Promise<void> {
  const parent = tmpdir()
  const names = await readdir(parent).catch(() => [])
  const left = names.filter((name) => isOver(Number(/^sip-gateway-(\d+)-\w{6}$/.exec(name)?.[1])))
  await Promise.all(left.map((name) => remove(join(parent, name))))
}

function isOver(pid: number): boolean {
  if (Number.isNaN(pid)) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    // EPERM means that the process exists, and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Anybody may write to the folder above it, so this follows no link and touches nobody else's folder. */
async function remove(folder: string): Promise<void> {
  try {
    const found = await lstat(folder)
    const isOurs = process.getuid === undefined || found.uid === process.getuid()
    if (found.isDirectory() && isOurs) await rm(folder, { recursive: true, force: true })
  } catch {
    // Somebody was faster, or a virus scanner holds it.
  }
}
