import { AsyncLocalStorage } from 'node:async_hooks'
import fileSystem, { type FileHandle } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers/promises'
import { createLocks, type Locks, locks } from '../../src/core/locks/lock-file.ts'
import type { LookFor } from '../../src/core/locks/lock-maker.ts'
import { prototypeOfHandles } from './file-handles.ts'
import type { Life } from './one-life.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** Real folders on a disk that can be full, used by several processes that can be killed. */
export type TroubledDisk = {
  /**
   * Does this work as a process of its own, with a number and locks of its own. It ends with the work. Once its life is
   * over, nothing that it does to a file happens any more, and the work never ends.
   */
  run<Value>(life: Life, work: () => Promise<Value>): Promise<Value>
  /** What is on the disk stays; the files that the killed processes had open are closed. */
  bury(): Promise<void>
  readonly counts: { readonly torn: number; readonly full: number }
  /** What is used afterwards is the file system as it was. */
  restore(): Promise<void>
}

type Process = {
  readonly life: Life
  readonly pid: number
  readonly locks: Locks
  /** Of the files that it has open. */
  readonly closers: Set<() => Promise<void>>
  readonly underWay: Set<Promise<unknown>>
  isOver: boolean
}

const paths = ['readFile', 'writeFile', 'link', 'rm', 'lstat', 'stat', 'readdir', 'mkdir'] as const
const ofHandles = ['stat', 'readFile', 'writeFile', 'read'] as const

/**
 * Files are read and written by the app's own code. Between it and the disk stands an order: one access after the other,
 * whoever makes it, so that a schedule is the same each time. And there stands what a kill or a full disk does to a line
 * of a journal: some of it is there.
 */
export async function troubledDisk(options: {
  readonly clock: VirtualClock
  readonly isFull: () => boolean
  readonly below: (limit: number) => number
}): Promise<TroubledDisk> {
  const { clock, isFull, below } = options
  const counts = { torn: 0, full: 0 }
  const current = new AsyncLocalStorage<Process>()
  const processes: Process[] = []

  const isRunning = ({ life, isOver }: Process): boolean => life.isAlive() && !isOver
  const lookFor: LookFor = async (pid) =>
    processes.some((one) => one.pid === pid && isRunning(one)) ? { started: `${pid}` } : undefined

  /** Time stands still as long as the work takes. A dead process does not begin it, and never hears how it ended. */
  function inTurn<Value>(process: Process, work: () => Promise<Value>): Promise<Value> {
    const { life, underWay } = process
    const done = clock.sleep(0).then(() => {
      if (!life.isAlive()) return new Promise<never>(() => {})
      const access = clock.still(work())
      underWay.add(access)
      return access.finally(() => underWay.delete(access))
    })
    return life.whileAlive(done)
  }

  const handles = await prototypeOfHandles()
  const real = {
    ...pick(fileSystem, [...paths, 'open']),
    handles: pick(handles, [...ofHandles, 'appendFile', 'datasync']),
    timers: pick(timers, ['setTimeout', 'setImmediate']),
    locks: { ...locks },
  }
  const ordered = (work: (...args: never[]) => unknown) =>
    function (this: unknown, ...args: never[]): unknown {
      const process = current.getStore()
      const access = async (): Promise<unknown> => work.apply(this, args)
      return process ? inTurn(process, access) : work.apply(this, args)
    }
  for (const name of paths) Object.assign(fileSystem, { [name]: ordered(real[name]) })
  for (const name of ofHandles) Object.assign(handles, { [name]: ordered(real.handles[name]) })
  fileSystem.open = (...args) => {
    const process = current.getStore()
    if (!process) return real.open(...args)
    return inTurn(process, async () => {
      const handle = await real.open(...args)
      // Each handle has this one of its own.
      const { close } = handle
      process.closers.add(close)
      handle.close = () =>
        inTurn(process, async () => {
          process.closers.delete(close)
          await close()
        })
      return handle
    })
  }
  // No power cut happens here, and a real sync for each line would take most of the time.
  handles.datasync = async () => {}
  handles.appendFile = function (this: FileHandle, data) {
    const write = (bytes: Buffer): Promise<void> => real.handles.appendFile.call(this, bytes)
    const line = Buffer.from(String(data))
    const process = current.getStore()
    if (!process) return write(line)
    return inTurn(process, async () => {
      if (isFull()) {
        counts.full++
        await write(line.subarray(0, below(line.length)))
        throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
      }
      if (process.life.step()) return write(line)
      const part = line.subarray(0, below(line.length + 1))
      if (part.length > 0 && part.length < line.length) counts.torn++
      return write(part)
    })
  }
  // Code that waits for a lock, or lets others have their turn, does so in virtual time.
  Object.assign(timers, {
    setTimeout: (ms: number, ...rest: never[]) =>
      current.getStore() ? clock.sleep(ms) : real.timers.setTimeout(ms, ...rest),
    setImmediate: (...args: never[]) =>
      current.getStore() ? clock.sleep(0) : real.timers.setImmediate(...args),
  })
  syncBuiltinESMExports()
  const ownLocks = (): Locks => current.getStore()?.locks ?? real.locks
  Object.assign(locks, {
    take: (file, now) => ownLocks().take(file, now),
    standing: (file) => ownLocks().standing(file),
  } satisfies Locks)

  return {
    counts,
    run(life, work) {
      const pid = processes.length + 1
      const maker = {
        pid,
        started: `${pid}`,
        host: 'desk',
        up: 5,
        platform: 'linux',
        machine: 'm',
        boot: 'b',
      }
      const process: Process = {
        ...{ life, pid, closers: new Set(), underWay: new Set(), isOver: false },
        locks: createLocks(async () => ({ ...maker, namespaces: { pid: '1', time: '1' } }), lookFor),
      }
      processes.push(process)
      return current.run(process, () =>
        work().finally(() => {
          process.isOver = true
        }),
      )
    },
    async bury() {
      for (const { life, closers, underWay } of processes) {
        if (life.isAlive()) continue
        await Promise.allSettled(underWay)
        for (const close of closers) await close()
        closers.clear()
      }
    },
    async restore() {
      const { handles: methods, timers: ofTimers, locks: ofThisProcess, ...functions } = real
      Object.assign(fileSystem, functions)
      Object.assign(handles, methods)
      Object.assign(timers, ofTimers)
      Object.assign(locks, ofThisProcess)
      syncBuiltinESMExports()
    },
  }
}

const pick = <Whole, Name extends keyof Whole>(whole: Whole, names: readonly Name[]): Pick<Whole, Name> =>
  Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<Whole, Name>
