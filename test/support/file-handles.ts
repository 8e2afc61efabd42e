import { type FileHandle, open } from 'node:fs/promises'

/** What all file handles of this process have in common: what is put there happens to every open file. */
export async function prototypeOfHandles(): Promise<FileHandle> {
  const handle = await open(import.meta.filename)
  await handle.close()
  return Object.getPrototypeOf(handle)
}
