import process from 'node:process'
import { batchesElsewhere, longestReadMs } from '../core/run/batches-elsewhere.ts'
import type { Session } from '../core/run/session.ts'
import { failureWords } from '../shared/gateway/failure-words.ts'
import { maxPhonesPerBatch } from '../shared/gateway/limits.ts'
import type { Issue } from '../shared/phones/issue.ts'
import type { ListInTurn } from '../shared/phones/phone-list.ts'
import { inBatchesOf, planRun, type RunPlan } from '../shared/run/plan.ts'
import { type RunMemory, signedInParts, withoutSignedIn } from '../shared/run/run-memory.ts'
import {
  type Elsewhere,
  nothingElsewhere,
  withElsewhere,
  withoutUnderWayElsewhere,
} from '../shared/run/submitted-elsewhere.ts'
import { tenantWarnings } from '../shared/run/tenant-warnings.ts'
import { withoutClaimed } from '../shared/run/unclaimed.ts'
import { isOfOthers, wasSignedIn } from '../shared/run/why-words.ts'
import { text } from '../shared/text/index.ts'
import { type AccessOptions, openAccess } from './access.ts'
import { ask } from './ask.ts'
import { chosenRows, mayIncludeChosen } from './chosen-rows.ts'
import { exitCode, Stop } from './exit-code.ts'
import { checkExportFile } from './export-file.ts'
import { type ListOptions, openList } from './list.ts'
import type { RowRange } from './options.ts'
import { paintSeverity, paintWarning } from './paint.ts'
import { harmless, tell } from './print.ts'
import { issueLines } from './print-list.ts'
import { type OtherRuns, readOtherRuns, tellClaims, tellElsewhere, tellSignedIn } from './tell-claims.ts'
import { openRuns, type WatchOptions, watchRun } from './watch-run.ts'

/** Signs the phones of a list in. Rows with errors are left out, and said. */
export async function runCommand(
  path: string,
  options: AccessOptions &
    WatchOptions &
    ListOptions & {
      yes?: true
      keepGoing?: true
      includeSignedIn?: true
      rows?: readonly RowRange[]
      batchSize?: number
    },
): Promise<void> {
  await checkExportFile(options.export, path)
  const { region, columns, headerRow, sheet } = options
  const list = await openList('run', path, { region, columns, headerRow, sheet })
  if (!list.ok) throw new Stop(exitCode.listRefused, harmless(list.failure.message))
  const chosen = chosenRows(list.value, options.rows)
  const planned = planRun(list.value, chosen)
  refuseWhatCannotRun(list.value, planned, chosen)
  const { session, accompany } = await openAccess(options)
  try {
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
    const plan = inBatchesOf(
      withoutSignedInBefore(free, memory, areIncluded),
      options.batchSize ?? maxPhonesPerBatch,
    )
    if (plan.phones.length === 0) return endWithoutRun(plan)
    await confirm(session, plan, options.yes)
    const runs = openRuns(options.dataDir)
    process.exitCode = await watchRun(runs, options, accompany, () =>
      runs.start(session, plan, { listName: list.value.name }, { keepGoing: options.keepGoing ?? false }),
    )
  } finally {
    await session.end()
  }
}

function refuseWhatCannotRun(
  { rows, issues }: ListInTurn,
  { phones }: RunPlan,
  chosen: ReadonlySet<number> | undefined,
): void {
  if (rows.some(({ row, status, region }) => status === 'ready' && !region && !(chosen && !chosen.has(row))))
    throw new Stop(exitCode.listRefused, text.cli.noRegion)
  // What is only told in a note keeps nobody from saying yes.
  for (const line of issueLines(withoutNotes(issues))) tell(line)
  if (phones.length === 0) throw new Stop(exitCode.listRefused, text.cli.noPhones)
}

function* withoutNotes(issues: Iterable<Issue>): Iterable<Issue> {
  for (const issue of issues) if (issue.severity !== 'note') yield issue
}

/**
 * What others have submitted in this tenant today. Where that cannot be read it is said, and keeps nobody from going on.
 */
async function readElsewhere(
  { gateway }: Session,
  { phones }: RunPlan,
  { batchIds: known }: Pick<OtherRuns, 'batchIds'>,
): Promise<Elsewhere> {
  if (phones.length === 0) return nothingElsewhere
  const signal = AbortSignal.timeout(longestReadMs)
  const found = await batchesElsewhere(gateway, { known, now: Date.now(), signal })
  if (found.ok) return found.value
  tell(paintWarning(text.cli.claims.historyUnread(harmless(failureWords(found.failure)))))
  return nothingElsewhere
}

/** Says which phones were signed in a few days ago, and leaves them out unless they are to be signed in again. */
function withoutSignedInBefore(plan: RunPlan, memory: RunMemory, areIncluded: boolean): RunPlan {
  tellSignedIn(signedInParts(plan.phones, memory), areIncluded)
  return areIncluded ? plan : withoutSignedIn(plan, memory)
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
    text.cli.aboutToRun({
      tenant: harmless(text.cli.tenant(tenant)),
      operator: harmless(operator.username),
      phones: phones.length,
      batches: batches.length,
      leftOut: leftOut.filter((one) => !isOfOthers(one) && !wasSignedIn(one)).length,
      regions: [...new Set(batches.map(({ region }) => region))],
    }),
  )
  if (yes) return
  if (!(await ask(text.cli.confirmQuestion))) throw new Stop(exitCode.resumable, text.cli.notConfirmed)
}
