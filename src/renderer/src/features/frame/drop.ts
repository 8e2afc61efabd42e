import type { DroppedFile } from '../../../../shared/ipc-requests.ts'
import { maxListBytes, maxListMegabytes } from '../../../../shared/phones/list-limit.ts'
import { fail, type Result, succeed } from '../../../../shared/result.ts'
import { text } from '../../../../shared/text/index.ts'

/** Something dropped on the window; `bytes` reads it. */
export type DroppedThing = {
  readonly name: string
  readonly size: number
  readonly isFolder: boolean
  bytes(): Promise<ArrayBuffer>
}

export type DropRefusal = { readonly message: string; readonly remedy: string }

const { drop } = text.window.frame

/** The one file that was dropped, read; or why it cannot be a phone list. */
export async function readDrop(things: readonly DroppedThing[]): Promise<Result<DroppedFile, DropRefusal>> {
  const [thing, second] = things
  if (!thing) return fail(drop.nothing)
  if (second) return fail(drop.several(things.length))
  if (thing.isFolder) return fail(drop.folder(thing.name))
  if (thing.size > maxListBytes) {
    return fail(drop.tooLarge(thing.name, thing.size / 1024 / 1024, maxListMegabytes))
  }
  try {
    return succeed({ name: thing.name, bytes: new Uint8Array(await thing.bytes()) })
  } catch {
    return fail(drop.unreadable(thing.name))
  }
}

/** To be called while the drop is handled: afterwards the browser has emptied the transfer. */
export function thingsIn(transfer: DataTransfer): readonly DroppedThing[] {
  return [...transfer.items].flatMap((item) => {
    const file = item.kind === 'file' ? item.getAsFile() : null
    if (!file) return []
    const isFolder = item.webkitGetAsEntry()?.isDirectory ?? false
    return [{ name: file.name, size: file.size, isFolder, bytes: () => file.arrayBuffer() }]
  })
}
