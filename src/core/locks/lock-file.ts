import { randomBytes } from 'node:crypto'
import { constants, link, open, readFile, rm } from 'node:fs/promises'
import process from 'node:process'
import { type LockLine, lockLines, takenBackLine, takenLine } from './lock-line.ts'
import { type LockMaker, type LookFor, whereIs } from './lock-maker.ts'
import { seenProcess, thisProcess } from './this-process.ts'

/** A lock that this process holds until it releases it. */
export type HeldLock = {
  /** Nobody else's lock has it. */
  readonly token: string
  /** Whether the lock file still says so: somebody may have deleted it. True where the file cannot be read just then. */
  isOurs(): Promise<boolean>
  /** Leaves alone what is no longer this lock. Rejects as the file system does. */
  release(): Promise<void>
}

/**
 * Who holds a lock. `elsewhere`: this process can't tell whether the holder is still alive. `unreadable`: nor who it is,
 * and nobody may remove the lock; `reason` is missing if the file can be read, but is no lock.
 */
export type LockStanding =
  | { readonly kind: 'own'; readonly token: string }
  | { readonly kind: 'here' | 'elsewhere'; readonly maker: LockMaker; readonly since?: string }
  | { readonly kind: 'unreadable'; readonly reason?: string }

/**
 * The locks of one process. A lock is a file with a line from each process that took it or wanted to. **The first line
 * whose maker is not gone holds it.** Lines are only added, and a process that adds one looks afterwards: of two that
 * think they hold the lock, the second has seen the line of the first one, which was alive. So nobody needs to remove what
 * a killed process left, and nobody can remove what a living one has made since.
 */
export type Locks = {
  /** Undefined when another one holds the lock, or may. Rejects as the file system does. */
  take(file: string, now: number): Promise<HeldLock | undefined>
  /** Undefined when nobody does. Never rejects. */
  standing(file: string): Promise<LockStanding | undefined>
}

export function createLocks(
  describe: () => Promise<LockMaker> = thisProcess,
  lookFor: LookFor = seenProcess,
): Locks {
  // By file. Any other line with this process's number was left by a killed one that had the same number.
  const held = new Map<string, string>()

  async function standing(file: string): Promise<LockStanding | undefined> {
    const content = await contentOf(file)
    if (content instanceof Error) return { kind: 'unreadable', reason: content.message }
    const own = await describe()
    const lines = lockLines(content)
    for (const line of lines.filter((one) => !isTakenBack(one, lines))) {
      if (line.kind === 'unreadable') return { kind: 'unreadable' }
      if (line.kind === 'taken-back') continue
      const { maker, token, since } = line
      if (token !== undefined && token === held.get(file)) return { kind: 'own', token }
      const where = await whereIs(maker, own, lookFor)
      if (where !== 'gone') return { kind: where, maker, ...(since !== undefined && { since }) }
    }
    return undefined
  }

  async function takeAs(file: string, token: string, now: number): Promise<boolean> {
    const line = takenLine(await describe(), token, new Date(now).toISOString())
    // Somebody may delete the file at every moment, and a line in a deleted one is none.
    for (let turn = 0; turn < turns; turn++) {
      if (await standing(file)) return false
      try {
        await addLine(file, line)
      } catch (error) {
        await takeBack(file, token)
        if (turn + 1 === turns || !isBeingDeleted(error as NodeJS.ErrnoException)) throw error
        continue
      }
      const first = await standing(file)
      if (first?.kind === 'own') return true
      if (first) {
        await takeBack(file, token)
        return false
      }
    }
    return false
  }

  async function release(file: string): Promise<void> {
    const first = await standing(file)
    if (first?.kind === 'own') await rm(file, { force: true })
  }

  return {
    async take(file, now) {
      if (held.has(file)) return undefined
      const token = randomBytes(8).toString('hex')
      held.set(file, token)
      let isTaken = false
      try {
        isTaken = await takeAs(file, token, now)
      } finally {
        if (!isTaken) held.delete(file)
      }
      if (!isTaken) return undefined
      return {
        token,
        isOurs: () => hasLineOf(file, token),
        release: () => release(file).finally(() => held.delete(file)),
      }
    },
    standing,
  }
}

/** Those of this process. */
export const locks: Locks = createLocks()

const turns = 5

// Windows's words for a file that is deleted and that somebody still has open.
const isBeingDeleted = ({ code = '' }: NodeJS.ErrnoException): boolean =>
  process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(code)

const isTakenBack = (line: LockLine, lines: readonly LockLine[]): boolean =>
  line.kind === 'taken' && lines.some((other) => other.kind === 'taken-back' && other.token === line.token)

async function hasLineOf(file: string, token: string): Promise<boolean> {
  const content = await contentOf(file)
  if (content instanceof Error) return true
  return lockLines(content).some((line) => line.kind === 'taken' && line.token === token)
}

/** Empty where there is no file, or one that a full disk kept empty: neither is anybody's lock. */
const contentOf = (file: string): Promise<string | NodeJS.ErrnoException> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? '' : error))

/**
 * Makes the lock file with a line in it, or adds the line to the one that is there. Does nothing if another process
 * made or deleted it at the same moment; the caller looks afterwards.
 */
async function addLine(file: string, line: string): Promise<void> {
  if (await append(file, `\n${line}`, existing)) return
  const draft = `${file}.${randomBytes(4).toString('hex')}`
  try {
    await append(draft, line, constants.O_CREAT | constants.O_EXCL)
    // The file appears with its line in it, and only once, of whatever computer it is that makes it.
    const isThere = await link(draft, file).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'EEXIST',
    )
    // Not every file system has links. Without them it may be made by two, who both look whose line is the first.
    if (!isThere) await append(file, `\n${line}`, constants.O_CREAT)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Never rejects: a line that stays there is nobody's once this process has ended. */
async function takeBack(file: string, token: string): Promise<void> {
  await append(file, `\n${takenBackLine(token)}`, existing).catch(() => undefined)
}

/** No flag of its own: the file must be there. */
const existing = 0

/** On the disk when it resolves: after a power cut the lock must still be one that can be read. False without a file. */
async function append(file: string, text: string, flags: number): Promise<boolean> {
  const handle = await open(file, constants.O_WRONLY | constants.O_APPEND | flags, 0o600).catch(
    (error: NodeJS.ErrnoException) => {
      if (flags === existing && error.code === 'ENOENT') return undefined
      throw error
    },
  )
  try {
    await handle?.writeFile(text)
    await handle?.datasync()
  } finally {
    await handle?.close()
  }
  return handle !== undefined
}
