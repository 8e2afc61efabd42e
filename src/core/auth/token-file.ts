import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { TokenStore } from './token-cache.ts'

/**
 * A file of the token cache. Only its owner can read it (0600; on Windows the folder's rights count). A file that was
 * set aside lies beside it as `.unreadable` until the next write.
 */
export function tokenFile(file: string): TokenStore {
  const part = `${file}.part`
  const aside = `${file}.unreadable`
  const drop = (path: string): Promise<void> => rm(path, { force: true })
  return {
    async read() {
      try {
        return await readFile(file)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    async write(bytes) {
      await mkdir(dirname(file), { recursive: true })
      // The rights count only for a new file, and `wx` refuses an old one. So a left-over file goes first.
      await drop(part)
      try {
        const handle = await open(part, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.datasync()
        } finally {
          await handle.close()
        }
        await rename(part, file)
      } catch (error) {
        await drop(part)
        throw error
      }
      await drop(aside)
    },
    setAside: () => rename(file, aside),
    async remove() {
      for (const path of [file, part, aside]) await drop(path)
    },
  }
}
