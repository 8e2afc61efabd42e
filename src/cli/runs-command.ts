import { listRuns, runsDirectory } from '../main/run/run-files.ts'
import { text } from '../shared/text/index.ts'
import { harmless, print, printJson } from './print.ts'

/** Prints the runs on this disk, open ones first. */
export async function runsCommand({ dataDir, json }: { dataDir: string; json?: true }): Promise<void> {
  const runs = await listRuns(runsDirectory(dataDir))
  if (json)
    return printJson(
      runs.map(({ runId, file, state, counts, unsound }) => ({
        runId,
        file,
        ...(state && {
          listName: state.listName,
          startedAt: state.startedAt,
          tenant: state.tenant,
          watching: state.watching,
          phones: counts,
        }),
        ...(unsound !== undefined && { unsound }),
      })),
    )
  if (runs.length === 0) return print(text.cli.noRuns(dataDir))
  for (const { runId, state, counts, unsound } of runs) {
    if (!state || !counts) print(text.cli.unreadableRun(runId, harmless(unsound?.message ?? '')))
    else
      print(
        text.cli.runOnDisk(
          runId,
          harmless(state.listName),
          harmless(state.tenant.name),
          state.watching.kind,
          counts,
        ),
      )
  }
}
