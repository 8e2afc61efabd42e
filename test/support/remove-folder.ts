import { rm } from 'node:fs/promises'
import { resolve, sep } from 'node:path'

const held = new Set<string>()

/** Notes that a program has files open in a folder; the function returned says that it has ended. */
export function holdFolder(folder: string): () => void {
  held.add(folder)
  return () => void held.delete(folder)
}

/**
 * Removes a folder with all that is in it, if it is there. Windows does not let go of a file at the moment at which the
 * program ends that had it open: then it is tried again for a while. While the program runs it never would, so that is
 * refused everywhere.
 */
export async function removeFolder(folder: string): Promise<void> {
  for (const one of held)
    if (`${resolve(one)}${sep}`.startsWith(`${resolve(folder)}${sep}`))
      throw new Error(
        `EBUSY: an app runs in ${one}: on Windows it cannot be removed before the app has ended`,
      )
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
}
