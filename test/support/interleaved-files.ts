import { AsyncLocalStorage } from 'node:async_hooks'
import fileSystem, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { setImmediate as turn } from 'node:timers/promises'
import { prototypeOfHandles } from './file-handles.ts'

/** A process in this one, whose every access to a file waits for its turn. */
export type SimulatedProcess = {
  isAlive(): boolean
  isOver(): boolean
  /** Whether it writes a line when its turn comes. */
  isAboutToWrite(): boolean
  /** Something that takes its turn as files do: a message that leaves. */
  turn(): Promise<void>
  /** Lets it do one thing; the others stand still meanwhile. */
  step(): Promise<void>
  /** It does nothing more. A line that it was about to write may be half there: `part` of its bytes, 0 to 1. */
  kill(part: number): Promise<void>
}

/** Real files, used by processes of which somebody else decides whose turn it is. */
export type InterleavedFiles = {
  start(work: (self: SimulatedProcess) => Promise<void>): SimulatedProcess
  /** Resolves when each living process waits for its turn or is over. */
  quiet(): Promise<void>
  readonly torn: () => number
  /** What is used afterwards is the file system as it was. */
  restore(): Promise<void>
}

type Waiting = { readonly go: () => void; readonly writeHalf?: (part: number) => Promise<void> }

const paths = ['readFile', 'link', 'rm', 'lstat', 'stat'] as const
const ofHandles = ['stat', 'readFile', 'writeFile', 'datasync', 'close'] as const

export async function interleavedFiles(): Promise<InterleavedFiles> {
  const current = new AsyncLocalStorage<(writeHalf?: Waiting['writeHalf']) => Promise<void>>()
  const living = new Set<{ waiting: Waiting | undefined }>()
  const opened = new Set<FileHandle>()
  const errors: unknown[] = []
  let torn = 0

  const handles = await prototypeOfHandles()
  const real = {
    ...pick(fileSystem, [...paths, 'open']),
    handles: pick(handles, [...ofHandles, 'appendFile']),
  }
  const inTurn = (work: (...args: never[]) => unknown) =>
    async function (this: unknown, ...args: never[]): Promise<unknown> {
      await current.getStore()?.()
      return work.apply(this, args)
    }
  for (const name of paths) Object.assign(fileSystem, { [name]: inTurn(real[name]) })
  for (const name of ofHandles) Object.assign(handles, { [name]: inTurn(real.handles[name]) })
  fileSystem.open = async (...args) => {
    await current.getStore()?.()
    const handle = await real.open(...args)
    opened.add(handle)
    return handle
  }
  handles.appendFile = async function (this: FileHandle, data) {
    const line = Buffer.from(String(data))
    await current.getStore()?.(async (part) => {
      const half = line.subarray(0, Math.floor(line.length * part))
      if (half.length > 0) torn++
      await real.handles.appendFile.call(this, half)
    })
    return real.handles.appendFile.call(this, line)
  }
  syncBuiltinESMExports()

  async function quiet(): Promise<void> {
    while ([...living].some(({ waiting }) => !waiting)) await turn()
    if (errors.length > 0) throw errors[0]
  }

  return {
    quiet,
    torn: () => torn,
    start(work) {
      const own: { waiting: Waiting | undefined } = { waiting: undefined }
      living.add(own)
      let isAlive = true
      const waitForTurn = (writeHalf?: Waiting['writeHalf']): Promise<void> =>
        new Promise((go) => {
          if (own.waiting) throw new Error('A process that does two things at once has no order')
          own.waiting = { go, ...(writeHalf && { writeHalf }) }
        })
      const self: SimulatedProcess = {
        isAlive: () => isAlive,
        isOver: () => !living.has(own),
        isAboutToWrite: () => own.waiting?.writeHalf !== undefined,
        turn: () => waitForTurn(),
        async step() {
          await quiet()
          const { waiting } = own
          own.waiting = undefined
          waiting?.go()
          await quiet()
        },
        async kill(part) {
          await quiet()
          isAlive = false
          living.delete(own)
          await own.waiting?.writeHalf?.(part)
        },
      }
      void current.run(waitForTurn, async () => {
        try {
          await waitForTurn()
          await work(self)
        } catch (error) {
          errors.push(error)
        }
        living.delete(own)
      })
      return self
    },
    async restore() {
      const { handles: methods, ...functions } = real
      Object.assign(fileSystem, functions)
      Object.assign(handles, methods)
      syncBuiltinESMExports()
      // The dead have closed nothing.
      for (const handle of opened) await handle.close().catch(() => undefined)
    },
  }
}

const pick = <Whole, Name extends keyof Whole>(whole: Whole, names: readonly Name[]): Pick<Whole, Name> =>
  Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Whole, Name>
