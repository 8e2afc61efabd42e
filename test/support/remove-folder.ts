import { rm } from 'node:fs/promises'

/**
 * Removes a folder with all that is in it, if it is there. Windows does not let go of a file at the moment at which the
 * program ends that had it open: then it is tried again for a while.
 */
export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
