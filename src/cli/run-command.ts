import process from 'node:process'
import type { Issue } from '../shared/phones/issue.ts'
import { issueLine } from '../shared/phones/issue-words.ts'
import type { ListInTurn } from '../shared/phones/phone-list.ts'
import { planRun, type RunPlan } from '../shared/run/plan.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { exitCode, Stop } from './exit-code.ts'
import { type ListOptions, openList } from './list.ts'
import type { RowRange } from './options.ts'
import type { PlannedList, PrepareOptions } from './prepare-run.ts'
import { harmless, tell } from './print.ts'
import { issueLines } from './print-list.ts'
import { isLarge, spareMemory } from './v8-settings.ts'
import type { WatchOptions } from './watch-run.ts'

type RunOptions = AccessOptions &
  WatchOptions &
  ListOptions &
  PrepareOptions & { readonly rows?: readonly RowRange[] }

/** Signs the phones of a list in. Rows with errors are left out, and said. */
export async function runCommand(path: string, options: RunOptions): Promise<void> {
  // Few commands say this or the rows, and both would have a good part of the words of runs loaded before the list.
  if (options.export !== undefined)
    await (await import('./export-file.ts')).checkExportFile(options.export, path)
  if (isLarge(path)) spareMemory()
  let list: PlannedList | undefined = await planList(path, options)
  // The code that sends is loaded once there is something to send. Loading it took most of the time to refuse a list.
  const [{ openAccess }, { prepareRun }, { openRuns, watchRun }] = await Promise.all([
    import('./access.ts'),
    import('./prepare-run.ts'),
    import('./watch-run.ts'),
  ])
  const { session, accompany } = await openAccess(options)
  try {
    const runs = openRuns(options.dataDir)
    const begin = await prepareRun(runs, session, list, options)
    // A run has its phones itself: those of the plan would stay in memory until its end.
    list = undefined
    if (begin) process.exitCode = await watchRun(runs, options, accompany, begin)
  } finally {
    await session.end()
  }
}

/** The list itself is let go of: a long one takes as much memory as all else of its run. */
async function planList(
  path: string,
  { region, columns, headerRow, sheet, rows }: ListOptions & { readonly rows?: readonly RowRange[] },
): Promise<PlannedList> {
  const list = await openList('run', path, { region, columns, headerRow, sheet })
  if (!list.ok) throw new Stop(exitCode.listRefused, harmless(issueLine(list.failure)))
  const chosen = rows && (await import('./chosen-rows.ts')).chosenRows(list.value, rows)
  const planned = planRun(list.value, chosen)
  refuseWhatCannotRun(list.value, planned, chosen)
  return { listName: list.value.name, planned, chosen }
}

function refuseWhatCannotRun(
  { rows, issues }: ListInTurn,
  { phones }: RunPlan,
  chosen: ReadonlySet<number> | undefined,
): void {
  if (rows.some(({ row, status, region }) => status === 'ready' && !region && !(chosen && !chosen.has(row))))
    throw new Stop(exitCode.listRefused, text.cli.list.noRegion)
  // A note alone must not keep anybody from saying yes.
  for (const line of issueLines(withoutNotes(issues))) tell(line)
  if (phones.length === 0) throw new Stop(exitCode.listRefused, text.cli.list.noPhones)
}

function* withoutNotes(issues: Iterable<Issue>): Iterable<Issue> {
  for (const issue of issues) if (issue.severity !== 'note') yield issue
}
