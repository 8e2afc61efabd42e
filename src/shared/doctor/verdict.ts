import { text } from '../text/index.ts'
import type { Check, CheckId, CheckOutcome, DoctorReport } from './report.ts'

/** What a test comes to. `access`: the sign-in or its rights; `attention`: something differs, failed, or is not prepared. */
export type Verdict = {
  readonly kind: 'expected' | 'attention' | 'access'
  readonly message: string
  readonly remedy: string
}

/** The gravest of what the checks say, in words. Without any read that answered there is nothing to be content with. */
export function verdictOf({ checks }: Pick<DoctorReport, 'checks'>): Verdict {
  const { verdicts } = text.doctor
  const [gravest] = checks.toSorted(
    (one, other) =>
      weightOf(other) - weightOf(one) || Number(needed.has(other.id)) - Number(needed.has(one.id)),
  )
  if (!gravest || weightOf(gravest) === 0) return { kind: 'expected', ...verdicts.expected }
  const kind = isAccess(gravest) ? 'access' : 'attention'
  const name = text.doctor.checks[gravest.id]
  const { outcome } = gravest
  switch (outcome.kind) {
    case 'failed':
      return {
        kind,
        message: verdicts.failed[outcome.failure](name, gravest.status),
        remedy: remedyOf(gravest, outcome.failure, checks),
      }
    case 'differs':
      return {
        kind,
        message: verdicts.differs[outcome.how](name),
        remedy: isNotNeeded(gravest, checks) ? verdicts.notNeeded : verdicts.differsRemedies[outcome.how],
      }
    case 'unprepared':
      return { kind, ...verdicts.unprepared[outcome.what] }
    case 'expected':
    case 'skipped':
      return { kind: 'attention', ...verdicts.nothingAsked }
  }
}

function remedyOf(check: Check, failure: Failed, checks: readonly Check[]): string {
  const { verdicts } = text.doctor
  if (!isNotNeeded(check, checks)) return verdicts.failedRemedies[failure]
  if (failure === 'denied') return verdicts.deniedElsewhere
  const isForGood = failure === 'not-found' || failure === 'refused' || failure === 'unexpected'
  return isForGood ? verdicts.notNeeded : verdicts.failedRemedies[failure]
}

type Failed = Extract<CheckOutcome, { readonly kind: 'failed' }>['failure']

/** The reads that bulk sign-in itself needs. The others tell whether the tenant is prepared. */
const needed: ReadonlySet<CheckId> = new Set(['routing', 'tenant', 'batch-history', 'latest-batch'])

const isNotNeeded = ({ id }: Check, checks: readonly Check[]): boolean => !needed.has(id) && hasRights(checks)

/** Bulk sign-in itself answered. */
const hasRights = (checks: readonly Check[]): boolean =>
  checks.some(({ id, outcome }) => id === 'batch-history' && outcome.kind === 'expected')

const isAccess = ({ outcome }: Check): boolean =>
  outcome.kind === 'failed' && (outcome.failure === 'denied' || outcome.failure === 'expired')

/** The sign-in first, then the rights to bulk sign-in itself, then what failed, differs, or is not prepared. */
function weightOf(check: Check): number {
  const { outcome } = check
  switch (outcome.kind) {
    case 'expected':
      return 0
    case 'skipped':
      return outcome.why === 'no-batch' || outcome.why === 'no-account' ? 0 : 1
    case 'unprepared':
      return outcome.what === 'bulk-sign-in-off' ? 3 : 2
    case 'differs':
      return outcome.how === 'other-tenant' ? 8 : 4
    case 'failed':
      if (outcome.failure === 'expired') return 10
      if (outcome.failure === 'denied') return check.id === 'batch-history' ? 9 : 7
      return outcome.failure === 'unreachable' ? 6 : 5
  }
}
