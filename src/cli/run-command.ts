import process from 'node:process'
import type { Runs } from '../core/run/runs.ts'
import type { Session } from '../core/run/session.ts'
import { maxPhonesPerBatch } from '../shared/gateway/limits.ts'
import type { Issue } from '../shared/phones/issue.ts'
import { issueLine } from '../shared/phones/issue-words.ts'
import type { ListInTurn } from '../shared/phones/phone-list.ts'
import { inBatchesOf, planRun, type RunPlan } from '../shared/run/plan.ts'
import { signedInParts, withoutSignedIn } from '../shared/run/run-memory.ts'
import { withElsewhere, withoutUnderWayElsewhere } from '../shared/run/submitted-elsewhere.ts'
import { tenantWarnings } from '../shared/run/tenant-warnings.ts'
import { withoutClaimed } from '../shared/run/unclaimed.ts'
import { isOfOthers, wasSignedIn } from '../shared/run/why-words.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { ask } from './ask.ts'
import { chosenRows, mayIncludeChosen } from './chosen-rows.ts'
import { exitCode, Stop } from './exit-code.ts'
import { checkExportFile } from './export-file.ts'
import { type ListOptions, openList } from './list.ts'
import type { RowRange } from './options.ts'
import { paintSeverity } from './paint.ts'
import { harmless, tell } from './print.ts'
import { issueLines } from './print-list.ts'
import { isLarge, spareMemory } from './v8-settings.ts'
import type { WatchOptions } from './watch-run.ts'

type RunOptions = AccessOptions &
  WatchOptions &
  ListOptions & {
    yes?: true
    keepGoing?: true
    includeSignedIn?: true
    rows?: readonly RowRange[]
    batchSize?: number
  }

/** Signs the phones of a list in. Rows with errors are left out, and said. */
export async function runCommand(path: string, options: RunOptions): Promise<void> {
  await checkExportFile(options.export, path)
  if (await isLarge(path)) spareMemory()
  let list: PlannedList | undefined = await planList(path, options)
  // The code that sends is loaded once there is something to send. Loading it took most of the time to refuse a list.
  const [{ openAccess }, { openRuns, watchRun }] = await Promise.all([
    import('./access.ts'),
    import('./watch-run.ts'),
  ])
  const { session, accompany } = await openAccess(options)
  try {
    const runs = openRuns(options.dataDir)
    const begin = await prepare(runs, session, list, options)
    // A run has its phones itself: those of the plan would stay in memory until its end.
    list = undefined
    if (begin) process.exitCode = await watchRun(runs, options, accompany, begin)
  } finally {
    await session.end()
  }
}

/** Leaves out what other runs have and what was signed in before, and asks. Answers what begins the run, to be called once. */
async function prepare(
  runs: Runs,
  session: Session,
  { listName, planned, chosen }: PlannedList,
  options: RunOptions,
): Promise<(() => ReturnType<Runs['start']>) | undefined> {
  const [{ readOtherRuns, tellClaims, tellElsewhere, tellSignedIn }, { readElsewhere }] = await Promise.all([
    import('./tell-claims.ts'),
    import('./read-elsewhere.ts'),
  ])
  const others = await readOtherRuns(options.dataDir, session.tenant)
  if (!others.ok) throw new Stop(exitCode.resumable, others.failure.message, others.failure.remedy)
  const unclaimed = withoutClaimed(planned, others.value.claims)
  tellClaims(unclaimed)
  const elsewhere = await readElsewhere(session, unclaimed.plan, others.value)
  const { plan: free, parts } = withoutUnderWayElsewhere(unclaimed.plan, elsewhere)
  tellElsewhere(parts, elsewhere.unread)
  const memory = withElsewhere(others.value.memory, elsewhere)
  const areIncluded =
    options.includeSignedIn === true ||
    (chosen !== undefined && (await mayIncludeChosen(free, memory, options.yes === true)))
  tellSignedIn(signedInParts(free.phones, memory), areIncluded)
  const plan = inBatchesOf(
    areIncluded ? free : withoutSignedIn(free, memory),
    options.batchSize ?? maxPhonesPerBatch,
  )
  if (plan.phones.length === 0) {
    endWithoutRun(plan)
    return undefined
  }
  await confirm(session, plan, options.yes)
  return beginOnce(plan, (plan) =>
    runs.start(session, plan, { listName }, { keepGoing: options.keepGoing ?? false }),
  )
}

/** Holds the plan only until it is called. */
function beginOnce<Begun>(plan: RunPlan, begin: (plan: RunPlan) => Begun): () => Begun {
  let held: RunPlan | undefined = plan
  return () => {
    if (!held) throw new Error('A run begins once')
    const its = held
    held = undefined
    return begin(its)
  }
}

type PlannedList = {
  readonly listName: string
  readonly planned: RunPlan
  readonly chosen: ReadonlySet<number> | undefined
}

/** The list itself is let go of: a long one takes as much memory as all else of its run. */
async function planList(
  path: string,
  { region, columns, headerRow, sheet, rows }: ListOptions & { readonly rows?: readonly RowRange[] },
): Promise<PlannedList> {
  const list = await openList('run', path, { region, columns, headerRow, sheet })
  if (!list.ok) throw new Stop(exitCode.listRefused, harmless(issueLine(list.failure)))
  const chosen = chosenRows(list.value, rows)
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

/** Every phone is in another run, or was signed in before: where that is all, nothing was to be done. */
function endWithoutRun({ leftOut }: RunPlan): void {
  const ofOthers = leftOut.filter(isOfOthers).length
  const signedIn = leftOut.filter(wasSignedIn).length
  if (ofOthers > 0)
    throw new Stop(
      exitCode.resumable,
      signedIn === 0 ? text.cli.claims.all(ofOthers) : text.cli.claims.allOfBoth(ofOthers, signedIn),
    )
  tell(text.cli.claims.allSignedIn(signedIn))
}

async function confirm(
  { tenant, operator, verifiedDomains }: Session,
  plan: RunPlan,
  yes: true | undefined,
): Promise<void> {
  const { phones, batches, leftOut } = plan
  for (const warning of tenantWarnings(plan, verifiedDomains))
    tell(`${paintSeverity('warning')}  ${harmless(warning)}`)
  tell(
    text.cli.run.aboutToRun({
      tenant: harmless(text.cli.run.tenant(tenant)),
      operator: harmless(operator.username),
      phones: phones.length,
      batches: batches.length,
      leftOut: leftOut.filter((one) => !isOfOthers(one) && !wasSignedIn(one)).length,
      regions: [...new Set(batches.map(({ region }) => region))],
    }),
  )
  if (yes) return
  if (!(await ask(text.cli.run.confirmQuestion)))
    throw new Stop(exitCode.resumable, text.cli.run.notConfirmed)
}
