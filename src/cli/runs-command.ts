import { isUnfinished } from '../shared/run/past-run.ts'
import { pastRunEnd } from '../shared/run/run-end.ts'
import { text } from '../shared/text/index.ts'
import { harmless, print, printJson } from './print.ts'
import { runsOnDisk } from './runs-on-disk.ts'

/** Prints the runs on this disk, unfinished ones first; then what could not be read. */
export async function runsCommand({ dataDir, json }: { dataDir: string; json?: true }): Promise<void> {
  const { runs, unreadable } = await runsOnDisk(dataDir, 'overview')
  if (json) {
    const listed = runs.map(({ counts, tried: _, claims: __, outcomes: ___, ...run }) => ({
      ...run,
      phones: counts,
    }))
    return printJson([...listed, ...unreadable])
  }
  if (runs.length + unreadable.length === 0) return print(text.cli.run.noRuns(harmless(dataDir)))
  for (const run of runs) {
    const { runId, listName, tenant, watching, counts, holder, trouble } = run
    const standing = isUnfinished(run)
      ? text.cli.report.standing(counts, tenant.simulated)
      : text.run.ended(pastRunEnd(run))
    const [list, name] = [harmless(listName), harmless(tenant.name)]
    print(text.cli.run.runOnDisk({ runId, watching: watching.kind, list, tenant: name, standing }))
    const held = holder && text.run.watchedElsewhere(holder)
    if (held) print(harmless(`  ${held.message} ${held.remedy}`))
    if (trouble !== undefined) print(harmless(`  ${trouble}`))
  }
  for (const { runId, trouble } of unreadable) print(text.cli.run.unreadableRun(runId, harmless(trouble)))
}
