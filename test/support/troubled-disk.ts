import fileSystem, { type FileHandle, rename } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { createShelf, type Shelf } from '../../src/core/run/shelf.ts'
import { prototypeOfHandles } from './file-handles.ts'
import type { Life } from './one-life.ts'
import { removeFolder } from './remove-folder.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** A real folder of journals on a disk that can be full, written to by processes that can be killed. */
export type TroubledDisk = {
  /** Whose writes follow. */
  live(life: Life): void
  shelf(): Shelf
  /** After a kill: what is on disk stays, what the dead process held is let go. */
  bury(): Promise<void>
  readonly counts: { readonly torn: number; readonly full: number }
  remove(): Promise<void>
}

/**
 * Journals are written by the app's own code; between it and the file stands only what a kill or a full disk
 * does to a line: some of it is there. One after the other, so that a schedule is the same each time.
 */
export async function troubledDisk(options: {
  readonly directory: string
  readonly clock: VirtualClock
  readonly isFull: () => boolean
  readonly below: (limit: number) => number
}): Promise<TroubledDisk> {
  const { clock, isFull, below } = options
  const counts = { torn: 0, full: 0 }
  const held = new Set<FileHandle>()
  let { directory } = options
  let life: Life | undefined
  let deaths = 0
  let last: Promise<unknown> = Promise.resolve()

  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = last.then(work)
    last = done.catch(() => undefined)
    const still = clock.still(done)
    return life?.whileAlive(still) ?? still
  }

  const handles = await prototypeOfHandles()
  const { appendFile, datasync, stat } = handles
  handles.appendFile = function (this: FileHandle, data) {
    held.add(this)
    const writer = life
    return inTurn(async () => {
      if (!writer?.isAlive()) return
      const line = Buffer.from(String(data))
      const write = (bytes: Buffer): Promise<void> => appendFile.call(this, bytes)
      if (isFull()) {
        counts.full++
        await write(line.subarray(0, below(line.length)))
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      }
      if (writer.step()) return write(line)
      const part = line.subarray(0, below(line.length + 1))
      if (part.length > 0 && part.length < line.length) counts.torn++
      return write(part)
    })
  }
  handles.stat = function (this: FileHandle, ...of: Parameters<typeof stat>) {
    held.add(this)
    return inTurn(() => stat.apply(this, of))
  } as typeof stat
  // Before each line somebody looks whether the lock and the journal are still there.
  const { readFile, lstat } = fileSystem
  fileSystem.lstat = ((...of: Parameters<typeof lstat>) => clock.still(lstat(...of))) as typeof lstat
  fileSystem.readFile = ((...of: Parameters<typeof readFile>) =>
    String(of[0]).endsWith('.lock') ? clock.still(readFile(...of)) : readFile(...of)) as typeof readFile
  syncBuiltinESMExports()
  // No power cut happens here, and a real one for each line would take most of the time.
  handles.datasync = async () => {}

  return {
    counts,
    live(next) {
      life = next
    },
    shelf() {
      const shelf = createShelf(directory)
      return {
        ...shelf,
        batchesOfOthers: (runId) => inTurn(() => shelf.batchesOfOthers(runId)),
        claims(claimant) {
          const claims = shelf.claims(claimant)
          return {
            async begin(isNew) {
              const moment = await inTurn(() => claims.begin(isNew))
              if (!moment.ok) return moment
              const { whoHas, end } = moment.value
              return { ok: true, value: { whoHas, end: () => inTurn(end) } }
            },
          }
        },
      }
    },
    async bury() {
      await last
      for (const handle of held) await handle.close()
      held.clear()
      // Elsewhere, this process does not take the locks of the dead one for its own.
      const next = `${options.directory}-${++deaths}`
      await rename(directory, next)
      directory = next
    },
    async remove() {
      Object.assign(handles, { appendFile, datasync, stat })
      Object.assign(fileSystem, { readFile, lstat })
      syncBuiltinESMExports()
      await removeFolder(directory)
    },
  }
}
