import type { Stats } from 'node:fs'
import { open } from 'node:fs/promises'
import { setImmediate as turn } from 'node:timers/promises'
import { parseJson } from '../../shared/parse-json.ts'
import { phoneKeyOf } from '../../shared/run/phone-key.ts'
import { reduceAll } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { beginningOfJournal, type JournalDamage, type JournalPosition, parseJournalFrom } from './journal.ts'

/** What a journal of another run says, as far as it is written by now. */
export type FollowedRun = {
  /** Undefined where not even the first line can be read, or is not written yet. */
  readonly state: RunState | undefined
  /** The places in `state.phones`, by phone. A list may name a phone twice. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** Of the lines read so far. */
  readonly writers: JournalPosition['writers']
  /** Why reading stopped; `torn` may be a line that is being written. */
  readonly unsound?: JournalDamage
  /** The end of what was read, to tell whether the file still begins with it. */
  readonly mark: Mark
}

type Mark = { readonly offset: number; readonly tail: Buffer; readonly file: number }

const nothing: FollowedRun = {
  state: undefined,
  places: new Map(),
  writers: beginningOfJournal.writers,
  mark: { offset: 0, tail: Buffer.alloc(0), file: 0 },
}

// In bytes. A slice of this size takes a few ms to read; between two slices other work gets its turn.
const slice = 64 * 1024
const longestTail = 1024

/**
 * Reads what was added to a journal since the last read (`before`). Reads all of it if it is another file by now, or no
 * longer begins with what was read. `size` in bytes and `ino` come from the file system. Rejects as that does.
 */
export async function followRun(
  file: string,
  { size, ino }: Pick<Stats, 'size' | 'ino'>,
  before: FollowedRun = nothing,
): Promise<FollowedRun> {
  const handle = await open(file, 'r')
  try {
    const read = async (from: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    const { offset, tail, file: known } = before.mark
    const isSame =
      known === ino && size >= offset && (await read(offset - tail.length, tail.length)).equals(tail)
    const from = isSame ? before : nothing
    return await readOn(from, await read(from.mark.offset, size - from.mark.offset), ino)
  } finally {
    await handle.close()
  }
}

async function readOn(before: FollowedRun, bytes: Buffer, ino: number): Promise<FollowedRun> {
  let { state, places, writers } = before
  let unsound: JournalDamage | undefined
  let read = 0
  while (read < bytes.length && !unsound) {
    const content = parseSlice(bytes, read, { offset: before.mark.offset + read, writers })
    state = reduceAll(state, content.events)
    if (state && content.events[0]?.type === 'RunStarted') places = placesOf(state)
    writers = content.writers
    read += content.soundBytes
    unsound = content.unsound
    await turn()
  }
  const tail = Buffer.concat([before.mark.tail, bytes.subarray(0, read)]).subarray(-longestTail)
  const mark = { offset: before.mark.offset + read, tail: Buffer.from(tail), file: ino }
  return { state, places, writers, mark, ...(unsound && { unsound }) }
}

/** Up to the end of a line; what damage there is shows only in all that follows. */
function parseSlice(bytes: Buffer, from: number, at: JournalPosition): ReturnType<typeof parseJournalFrom> {
  const end = bytes.indexOf(0x0a, from + slice)
  const content = parseJournalFrom(bytes.subarray(from, end === -1 ? undefined : end + 1), at)
  return content.unsound && end !== -1 ? parseJournalFrom(bytes.subarray(from), at) : content
}

function placesOf({ phones }: RunState): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [place, phone] of phones.entries()) {
    const key = phoneKeyOf(phone)
    const known = places.get(key)
    if (known) known.push(place)
    else places.set(key, [place])
  }
  return places
}

// A RunFinished is some hundred bytes at most.
const longestEnd = 4096

/**
 * Whether the last line of a journal of this size (in bytes) says that the run is finished: then nothing is under way,
 * whatever the other lines say. Rejects as the file system does.
 */
export async function endsFinished(file: string, size: number): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const from = Math.max(0, size - longestEnd)
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n')
    const last = lines.at(-1) === '' ? parseJson(lines.at(-2) ?? '') : undefined
    return typeof last === 'object' && last !== null && 'type' in last && last.type === 'RunFinished'
  } finally {
    await handle.close()
  }
}
