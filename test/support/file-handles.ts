import { type FileHandle, open } from 'node:fs/promises'

/** The prototype of all file handles of this process: a change to it affects every open file. */
export async function prototypeOfHandles(): Promise<FileHandle> {
  const handle = await open(import.meta.filename)
  await handle.close()
  return Object.getPrototypeOf(handle)
}
