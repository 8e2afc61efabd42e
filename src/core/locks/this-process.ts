import { createHash } from 'node:crypto'
import { readFile, readlink, stat } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import process from 'node:process'
import { hostInLine } from './lock-line.ts'
import type { LockMaker, Namespaces, SeenProcess } from './lock-maker.ts'

type Standing = Omit<LockMaker, 'up'>
let standing: Promise<Standing> | undefined

/** This process as its locks name it. Never rejects: what the system does not tell is not known. */
export async function thisProcess(): Promise<LockMaker> {
  standing ??= describe()
  return { ...(await standing), up: Math.floor(uptime()) }
}

async function describe(): Promise<Standing> {
  const isLinux = process.platform === 'linux'
  const [machine, boot, namespaces, own] = await Promise.all([
    isLinux ? linuxMachine() : systemFolder(),
    isLinux ? textOf('/proc/sys/kernel/random/boot_id') : undefined,
    isLinux ? namespacesHere() : undefined,
    isLinux ? processIn('/proc/self') : undefined,
  ])
  return {
    ...{ pid: process.pid, host: hostInLine(hostname()), platform: process.platform },
    ...{ machine, boot, namespaces, started: own?.started },
  }
}

/**
 * A living process with this number here, of any user. Linux: a killed process keeps its number and answers signals until
 * its parent collects it, but it is dead; /proc tells so. Other systems give only the number: on Windows a dead process has
 * none, on macOS for a moment only.
 */
export async function seenProcess(pid: number): Promise<SeenProcess | undefined> {
  if (!hasNumber(pid)) return undefined
  const isSeen = process.platform === 'linux' && (await isProcOfHere())
  const seen = isSeen ? await processIn(`/proc/${pid}`) : undefined
  // It may be hidden from this user.
  if (!seen) return { started: undefined }
  return dead.has(seen.state) ? undefined : { started: seen.started }
}

function hasNumber(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Whether /proc uses the same numbers as this process. A container may have its host's /proc. */
const isProcOfHere = async (): Promise<boolean> =>
  (await readlink('/proc/self').catch(() => undefined)) === `${process.pid}`

// Zombie, and dead, a state that shows only while the process is removed: proc_pid_stat(5).
const dead: ReadonlySet<string | undefined> = new Set(['Z', 'X', 'x'])

/** Field 3, the state, and field 22, the start: the name before them may hold blanks and brackets. */
async function processIn(
  folder: string,
): Promise<{ readonly state: string | undefined; readonly started: string | undefined } | undefined> {
  const content = await readFile(`${folder}/stat`, 'latin1').catch(() => undefined)
  if (content === undefined) return undefined
  const fields = content.slice(content.lastIndexOf(')') + 2).split(' ')
  return { state: fields[0], started: fields[22 - 3] }
}

async function namespacesHere(): Promise<Namespaces | undefined> {
  const [pid, time] = await Promise.all([inodeOf('/proc/self/ns/pid'), inodeOf('/proc/self/ns/time')])
  // Kernels before 5.6 have one time for all.
  return pid === undefined ? undefined : { pid, time: time ?? '0' }
}

/** Of `pid:[4026531836]`. */
const inodeOf = (link: string): Promise<string | undefined> =>
  readlink(link).then(
    (target) => /\[(\d+)\]$/.exec(target)?.[1],
    () => undefined,
  )

/** machine-id(5), which is not to be given away as it is. Containers mostly have none. */
async function linuxMachine(): Promise<string | undefined> {
  const id = (await textOf('/etc/machine-id')) ?? (await textOf('/var/lib/dbus/machine-id'))
  return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? hashOf(id) : undefined
}

/** When the system's own folder was made: two computers of one name differ in it, unless one is a copy of the other. */
async function systemFolder(): Promise<string | undefined> {
  const folder = process.platform === 'win32' ? process.env['SystemRoot'] : '/private/var/db'
  const { birthtimeNs } = (await stat(folder ?? '', { bigint: true }).catch(() => undefined)) ?? {}
  return birthtimeNs === undefined ? undefined : hashOf(`${birthtimeNs}`)
}

const hashOf = (text: string): string =>
  createHash('sha256').update(`SIP Gateway Bulk Sign-in ${text}`).digest('hex').slice(0, 16)

/** One word of a file. */
async function textOf(file: string): Promise<string | undefined> {
  const content = (await readFile(file, 'utf8').catch(() => '')).trim()
  return /^\S+$/.test(content) ? content : undefined
}
