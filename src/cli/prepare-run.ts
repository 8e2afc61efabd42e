import type { Runs } from '../core/run/runs.ts'
import type { Session } from '../core/run/session.ts'
import { maxPhonesPerBatch } from '../shared/gateway/limits.ts'
import { inBatchesOf, type RunPlan } from '../shared/run/plan.ts'
import { signedInParts, withoutSignedIn } from '../shared/run/run-memory.ts'
import { withElsewhere, withoutUnderWayElsewhere } from '../shared/run/submitted-elsewhere.ts'
import { tenantWarnings } from '../shared/run/tenant-warnings.ts'
import { withoutClaimed } from '../shared/run/unclaimed.ts'
import { isOfOthers, wasSignedIn } from '../shared/run/why-words.ts'
import { text } from '../shared/text/index.ts'
import type { AccessOptions } from './access.ts'
import { ask } from './ask.ts'
import { mayIncludeChosen } from './chosen-rows.ts'
import { exitCode, Stop } from './exit-code.ts'
import { paintSeverity } from './paint.ts'
import { harmless, tell } from './print.ts'
import { readElsewhere } from './read-elsewhere.ts'
import { readOtherRuns, tellClaims, tellElsewhere, tellSignedIn } from './tell-claims.ts'

/** What the command line says of how a run begins. */
export type PrepareOptions = {
  readonly yes?: true
  readonly keepGoing?: true
  readonly includeSignedIn?: true
  readonly batchSize?: number
}

/** What a list gives to a run. */
export type PlannedList = {
  readonly listName: string
  readonly planned: RunPlan
  readonly chosen: ReadonlySet<number> | undefined
}

/** Leaves out what other runs have and what was signed in before, and asks. Answers what begins the run, to be called once. */
export async function prepareRun(
  runs: Runs,
  session: Session,
  { listName, planned, chosen }: PlannedList,
  options: AccessOptions & PrepareOptions,
): Promise<(() => ReturnType<Runs['start']>) | undefined> {
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
