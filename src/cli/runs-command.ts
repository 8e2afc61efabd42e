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
  if (runs.length + unreadable.length === 0) return print(text.cli.noRuns(harmless(dataDir)))
  for (const { runId, listName, tenant, watching, counts, holder, trouble } of runs) {
    print(text.cli.runOnDisk(runId, harmless(listName), harmless(tenant.name), watching.kind, counts))
    const held = holder && text.run.watchedElsewhere(holder)
    if (held) print(harmless(`  ${held.message} ${held.remedy}`))
    if (trouble !== undefined) print(harmless(`  ${trouble}`))
  }
  for (const { runId, trouble } of unreadable) print(text.cli.unreadableRun(runId, harmless(trouble)))
}
