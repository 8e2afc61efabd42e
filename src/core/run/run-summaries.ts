import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJson } from '../../shared/parse-json.ts'
import type { PastRun } from '../../shared/run/past-run.ts'
import { summary } from './summary-schema.ts'

/** The part of a run that lists show, stored beside its journal so the journal needn't be read again. */
export type RunSummaries = {
  /** Undefined if none fits the journal as it is now: missing, older, of another version, or unreadable. */
  read(runId: string, stamp: string): Promise<PastRun | undefined>
  /** Never rejects: without it the journal is read the next time. Several are written one after the other. */
  keep(runId: string, stamp: string, run: PastRun): Promise<void>
  forget(runId: string): Promise<void>
}

/** Counts up with each change of what a summary holds or how it is made. */
const version = 1

/**
 * The summaries of a folder of journals, each in a file of its own. `stamp` is the size and time of the journal: if the
 * journal has changed, its summary is not used. Only lists use summaries; code that decides about sending reads journals.
 */
export function createRunSummaries(directory: string): RunSummaries {
  const folder = join(directory, 'summaries')
  const fileOf = (runId: string): string => join(folder, `${runId}.json`)
  let last: Promise<void> = Promise.resolve()

  async function write(runId: string, stamp: string, run: PastRun): Promise<void> {
    const partial = join(folder, `.${randomUUID()}.part`)
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(partial, JSON.stringify({ version, stamp, run }), { flag: 'wx' })
      await rename(partial, fileOf(runId))
    } catch {
      await rm(partial, { force: true }).catch(() => undefined)
    }
  }

  return {
    async read(runId, stamp) {
      const content = await readFile(fileOf(runId), 'utf8').catch(() => '')
      const found = summary.safeParse(parseJson(content)).data
      const isOfThis = found?.version === version && found.stamp === stamp && found.run.runId === runId
      return isOfThis ? found.run : undefined
    },
    keep(runId, stamp, run) {
      last = last.then(() => write(runId, stamp, run))
      return last
    },
    forget: (runId) => rm(fileOf(runId), { force: true }).catch(() => undefined),
  }
}
