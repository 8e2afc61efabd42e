import { rmSync } from 'node:fs'
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** A folder of this process, in which a cmdlet finds the list of its batch: usernames and hardware IDs. */
export type WorkFolder = { readonly path: string; remove(): Promise<void> }

/** It is removed with this process too, where that ends by itself. */
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
 * Removes the folders whose process is gone. When the app is killed, bridges remove their own folder; folders remain only of
 * bridges that were killed with it, as by a power cut. If another program has the number by now, the folder stays for later.
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
    // EPERM: it is there, and somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH'
  }
}

/** Anybody may write to the folder above it: no link is followed, and nobody else's folder is touched. */
async function remove(folder: string): Promise<void> {
  try {
    const found = await lstat(folder)
    const isOurs = process.getuid === undefined || found.uid === process.getuid()
    if (found.isDirectory() && isOurs) await rm(folder, { recursive: true, force: true })
  } catch {
    // Somebody was faster, or a virus scanner is at it.
  }
}
