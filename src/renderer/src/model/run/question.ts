import type { AppFailure } from '../../../../shared/app-failure.ts'
import type { InventoryAnswer } from '../../../../shared/inventory/device.ts'
import type { PhoneList } from '../../../../shared/phones/phone-list.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { inBatchesOf, planBatches, planRun, type RunPlan } from '../../../../shared/run/plan.ts'
import type { RunMemory } from '../../../../shared/run/run-memory.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import {
  type Elsewhere,
  nothingElsewhere,
  withoutUnderWayElsewhere,
} from '../../../../shared/run/submitted-elsewhere.ts'
import { tenantWarnings } from '../../../../shared/run/tenant-warnings.ts'
import { claimsOfOthers, partsOf, withoutClaimed } from '../../../../shared/run/unclaimed.ts'
import { unsentPlan } from '../../../../shared/run/unsent-plan.ts'
import type { SessionState } from '../../../../shared/session.ts'
import type { Row } from '../phones/row.ts'
import { leaveSignedInOut, rowsOfNext } from '../phones/start-plan.ts'
import { askAboutDevices } from '../readiness/known-devices.ts'
import { judgedOf, type KnownReadiness } from '../readiness/known-readiness.ts'
import { askAboutReadiness, type FailingChoice } from '../readiness/question-readiness.ts'
import { askAbout, type FoundElsewhere, leftBehind, type Question, warningsAbout } from './confirmation.ts'
import { holdIn } from './hold.ts'
import { leftOutWords, retryOf } from './retry.ts'

/**
 * `rows`: the rows to sign in, if not all that are next. `byHand`: the operator has chosen each of them, so the
 * question asks about those signed in during the last days, and `include` is the answer. In a retry, those are left out
 * until the operator answers.
 */
export type AskedRows = {
  readonly rows: ReadonlySet<number> | undefined
  readonly byHand: boolean
  readonly include: boolean | undefined
  /** What the operator said about phones that readiness says will fail. */
  readonly failing?: FailingChoice
  /** Which failed phones are not among them because of what another run has made of them since, in sentences. */
  readonly triedSince?: string
}

/** What a question depends on. */
export type QuestionFacts = {
  readonly session: SessionState | undefined
  readonly list: PhoneList | undefined
  /** The rows of the list, as they stand. */
  readonly rows: readonly Row[]
  readonly asked: AskedRows
  readonly run: RunState | undefined
  readonly runs: readonly PastRun[] | undefined
  readonly memory: RunMemory
  /** What others have submitted in this tenant during the last day. */
  readonly elsewhere: LookedUp
  readonly areIncluded: boolean
  /** Readiness of the tenant and its accounts, as far as known. */
  readonly readiness?: KnownReadiness | undefined
  /** What the device inventory said, and when that is looked at: ms since the epoch. */
  readonly inventory?: { readonly answer: InventoryAnswer; readonly now: number } | undefined
  /** How many phones go into a batch. */
  readonly batchSize: number
}

/** What main was asked for, and how far that is. */
type LookedUp = {
  readonly value?: Elsewhere
  readonly failure?: Pick<AppFailure, 'message'>
  readonly loading: boolean
}

/** Leaves out of a plan what others have under way, as far as that was looked up. */
function leaveUnderWayOut(
  planned: RunPlan,
  { value = nothingElsewhere, failure, loading }: LookedUp,
): { readonly plan: RunPlan; readonly found: FoundElsewhere } {
  const { plan, parts } = withoutUnderWayElsewhere(planned, value)
  const found = { parts, unread: value.unread, isReading: loading, ...(failure && { why: failure.message }) }
  return { plan, found }
}

/** The question before phones are signed in. Undefined where there is nothing to ask. */
export function questionOf(
  kind: Question['kind'],
  {
    session,
    list,
    rows,
    asked,
    run,
    runs = [],
    memory,
    elsewhere,
    areIncluded,
    readiness: known,
    inventory,
    batchSize,
  }: QuestionFacts,
): Question | undefined {
  if (session?.kind !== 'signed-in') return undefined
  const here = { tenant: session.tenant, operator: session.operator }
  const devicesOf = (phones: RunPlan['phones']) => {
    const devices = askAboutDevices(phones, inventory?.answer, inventory?.now ?? 0)
    return devices && { devices }
  }
  const others = (asking?: string) => claimsOfOthers(runs, session.tenant, asking)
  if (kind === 'start') {
    if (!list) return undefined
    const { byHand, include, triedSince, failing: choice } = asked
    const wanted = asked.rows ?? rowsOfNext(rows)
    const planOf = (chosen: ReadonlySet<number> | undefined) => {
      const { plan: unclaimed, ...ofOthers } = withoutClaimed(planRun(list, chosen), others())
      const { plan: free, found } = leaveUnderWayOut(unclaimed, elsewhere)
      const left = leaveSignedInOut(free, memory, byHand ? include === true : areIncluded)
      return { ...left, found, ofOthers }
    }
    const all = planOf(wanted)
    const { failing, readiness } = askAboutReadiness(all.plan.phones, known, choice)
    const chosen =
      failing.size === 0
        ? wanted
        : new Set([...(wanted ?? rows.map(({ row }) => row))].filter((row) => !failing.has(row)))
    const { plan, signedIn, found, ofOthers } = failing.size === 0 ? all : planOf(chosen)
    const isOpen = include === undefined && signedIn.parts.length > 0
    // Where an account was asked for, its domain is judged with it.
    const unasked = plan.phones.filter((phone) => judgedOf(known, phone) === undefined)
    const question = askAbout(inBatchesOf(plan, batchSize), {
      ...{ kind, ...here, listName: list.name, ...(triedSince !== undefined && { triedSince }) },
      ...(readiness && { readiness }),
      ...devicesOf(plan.phones),
      ...(chosen && { rows: chosen }),
      signedIn: { ...signedIn, ...(byHand && { isOpen }) },
      warnings: [
        ...tenantWarnings({ phones: unasked }, session.verifiedDomains),
        ...warningsAbout(plan, list.issues),
      ],
      elsewhere: found,
      ...leftBehind(run),
      ...ofOthers,
    })
    // Those that will fail are told apart from the rows that nobody has chosen.
    return { ...question, notChosen: (question.notChosen ?? 0) - failing.size }
  }
  if (!run) return undefined
  const { listName } = run
  if (kind === 'retry') {
    const retry = retryOf(run, runs, asked.rows)
    if (retry.plan.phones.length === 0) return undefined
    const { plan: unclaimed, ...ofOthers } = withoutClaimed(retry.plan, others())
    const { plan: free, found } = leaveUnderWayOut(unclaimed, elsewhere)
    const { plan: all, signedIn } = leaveSignedInOut(free, memory, asked.include === true)
    const { failing, readiness } = askAboutReadiness(all.phones, known, asked.failing)
    const phones = all.phones.filter(({ row }) => !failing.has(row))
    const plan = { ...all, phones, batches: planBatches(phones) }
    const triedSince = leftOutWords(retry)
    const unasked = phones.filter((phone) => judgedOf(known, phone) === undefined)
    return askAbout(inBatchesOf(plan, batchSize), {
      ...{ kind, ...here, listName, ...leftBehind(run), triedSince, signedIn },
      ...(readiness && { readiness }),
      ...devicesOf(phones),
      ...(failing.size > 0 && { rows: new Set(phones.map(({ row }) => row)) }),
      warnings: tenantWarnings({ phones: unasked }, session.verifiedDomains),
      elsewhere: found,
      ...ofOthers,
    })
  }
  const unsent = unsentPlan(run)
  const warnings = tenantWarnings(unsent, session.verifiedDomains)
  if (kind === 'resume') {
    const atService = run.phones.length - unsent.phones.length
    const ofOthers = partsOf(unsent.phones, others(run.runId))
    return askAbout(unsent, { kind, ...here, listName, atService, warnings, ...ofOthers })
  }
  const hold = holdIn(run)
  if (hold?.kind !== 'failures' || unsent.phones.length === 0) return undefined
  return askAbout(unsent, { kind, ...here, listName, failedAlike: hold, warnings })
}
