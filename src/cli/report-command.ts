import { writeFile } from 'node:fs/promises'
import { version } from '../../package.json'
import { runsDirectory } from '../core/run/run-files.ts'
import { createRunRepository, type RunRepository } from '../core/run/run-repository.ts'
import { reportPage } from '../shared/report/report-page.ts'
import { runsOfList } from '../shared/report/runs-of-list.ts'
import { replay } from '../shared/run/reducer.ts'
import type { RunState } from '../shared/run/run-state.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { refuseFolder } from './export-file.ts'
import { harmless, tell } from './print.ts'

const words = text.cli.run.handOver

/** Writes the report about the runs that are named, or about all of the list that was run last, into a file. */
export async function reportCommand(
  named: readonly string[],
  { html, site = '', dataDir }: { html: string; site?: string; dataDir: string },
): Promise<void> {
  await refuseFolder('--html', html)
  const repository = createRunRepository(runsDirectory(dataDir))
  const runIds = named.length > 0 ? named : await runsOfLastList(repository, dataDir)
  const runs: RunState[] = []
  for (const runId of new Set(runIds)) runs.push(await runOf(repository, runId))
  const page = reportPage({ runs, site, appVersion: version, now: Date.now() })
  if (!page.ok) throw new Stop(exitCode.usage, page.failure.message, page.failure.remedy)
  try {
    await writeFile(html, page.value)
  } catch (error) {
    throw new Stop(exitCode.outputLost, words.notWritten(harmless(html), harmless((error as Error).message)))
  }
  const lists = [...new Set(runs.map(({ listName }) => harmless(listName)))]
  tell(words.written(runs.length, lists.join(', '), harmless(html)))
}

async function runsOfLastList(repository: RunRepository, dataDirectory: string): Promise<readonly string[]> {
  const listed = await repository.list()
  if (!listed.ok) throw new Stop(exitCode.resumable, listed.failure.message, listed.failure.remedy)
  const { runs } = listed.value
  const [last] = runs.toSorted((a, b) => Date.parse(b.startedAt) - Date.parse(a.startedAt))
  if (!last) throw new Stop(exitCode.usage, text.cli.run.noRuns(harmless(dataDirectory)))
  return runsOfList(last, runs).map(({ runId }) => runId)
}

async function runOf(repository: RunRepository, runId: string): Promise<RunState> {
  const events = await repository.read(runId)
  const state = events.ok ? replay(events.value) : undefined
  if (state) return state
  const { message, remedy } = events.ok ? text.run.noRun : events.failure
  throw new Stop(exitCode.usage, `${harmless(runId)}: ${message}`, remedy)
}
