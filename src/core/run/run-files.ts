import { randomBytes } from 'node:crypto'
import { join } from 'node:path'

/** Sorts by time: `20261121-094500-3fa9c1`, in UTC. */
export function newRunId(now: number): string {
  const [date, time] = new Date(now).toISOString().replaceAll(/[-:]/g, '').split('T')
  return `${date}-${time?.slice(0, 6)}-${randomBytes(3).toString('hex')}`
}

/** When the run began, in ms since the epoch, to the second; NaN for what is no name of a run. */
export function startOf(runId: string): number {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-/.exec(runId) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** Whether it can be the name of a run; only such a name ever becomes part of a path. */
export const isRunId = (text: string): boolean => /^\d{8}-\d{6}-[0-9a-f]{6}$/.test(text)

/** The run whose journal a file of this name is; undefined where it is none. */
export function runIdIn(name: string): string | undefined {
  const runId = name.endsWith('.jsonl') ? name.slice(0, -'.jsonl'.length) : ''
  return isRunId(runId) ? runId : undefined
}

/** Where the journals of a data directory are. */
export const runsDirectory = (dataDirectory: string): string => join(dataDirectory, 'runs')

export const journalFile = (directory: string, runId: string): string => join(directory, `${runId}.jsonl`)
