import type { LockMaker } from './lock-maker.ts'

/** A line of a lock file: somebody takes the lock, or takes that back. */
export type LockLine =
  | {
      readonly kind: 'taken'
      readonly maker: LockMaker
      /** What nobody else's line has; absent in locks of earlier versions. */
      readonly token?: string
      /** ISO 8601; absent as well. */
      readonly since?: string
    }
  | { readonly kind: 'taken-back'; readonly token: string }
  | { readonly kind: 'unreadable' }

/**
 * `4711 desk token=… since=… up=…`, and what else is known. Earlier versions read it as the lock of a computer that is
 * called all that, and leave it alone.
 */
export function takenLine(
  { pid, host, namespaces, ...maker }: LockMaker,
  token: string,
  since: string,
): string {
  const parts = { token, since, ...maker, pids: namespaces?.pid, times: namespaces?.time }
  const known = Object.entries(parts).filter(([, value]) => value !== undefined)
  return [pid, host, ...known.map(([name, value]) => `${name}=${value}`)].join(' ')
}

export const takenBackLine = (token: string): string => `taken-back ${token}`

/** In the order in which they were written. A power cut may leave NUL bytes in place of a line that nobody relied on. */
export const lockLines = (content: string): readonly LockLine[] =>
  content
    .replaceAll('\0', '')
    .split('\n')
    .filter((line) => line !== '')
    .map(readLine)

/** A computer may call itself anything; a line must stay one, and is shown. */
export const hostInLine = (host: string): string => host.replaceAll(/[\s\p{C}]+/gu, '-') || '-'

function readLine(line: string): LockLine {
  const [, takenBack] = /^taken-back ([0-9a-f]{16})$/.exec(line) ?? []
  if (takenBack !== undefined) return { kind: 'taken-back', token: takenBack }
  const [, number, host = '', parts = ''] = /^(\d+) (\S+)((?: [a-z]+=\S+)+)$/.exec(line) ?? []
  const named = [...parts.matchAll(/ ([a-z]+)=(\S+)/g)].map(
    ([, name = '', value = '']) => [name, value] as const,
  )
  const known: Readonly<Record<string, string | undefined>> = Object.fromEntries(named)
  const { token = '', since = '', up = 0, platform, machine, boot, pids, times, started } = known
  if (!/^[0-9a-f]{16}$/.test(token) || !isPid(number)) return readEarlierLine(line)
  const namespaces = pids === undefined || times === undefined ? undefined : { pid: pids, time: times }
  return {
    ...{ kind: 'taken', token, ...(!Number.isNaN(Date.parse(since)) && { since }) },
    maker: { pid: Number(number), host, up: Number(up), platform, machine, boot, namespaces, started },
  }
}

/** `pid host up seconds`, of which the last two came later. */
function readEarlierLine(line: string): LockLine {
  const [, number, host, up = 0] = /^(\d+) (.+?)(?: up (\d+))?$/.exec(line) ?? []
  if (host === undefined || !isPid(number)) return { kind: 'unreadable' }
  return { kind: 'taken', maker: { ...{ pid: Number(number), host, up: Number(up) }, ...notKnown } }
}

const notKnown = {
  ...{ platform: undefined, machine: undefined },
  ...{ boot: undefined, namespaces: undefined, started: undefined },
}

/** A number beyond those of every system would be taken for that of a process that has died. */
const isPid = (number: string | undefined): boolean => Number(number) >= 1 && Number(number) < 2 ** 31
