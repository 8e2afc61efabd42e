import { type Region, regions } from '../../../../shared/gateway/region.ts'
import type { Operator, Tenant } from '../../../../shared/gateway/tenant.ts'
import { groupIssues } from '../../../../shared/phones/group-issues.ts'
import type { Issue } from '../../../../shared/phones/issue.ts'
import { accountsIn, type Confirmation, confirmationOf } from '../../../../shared/run/confirmation.ts'
import type { FailurePattern } from '../../../../shared/run/hold.ts'
import type { RunPlan } from '../../../../shared/run/plan.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import type { ElsewherePart } from '../../../../shared/run/submitted-elsewhere.ts'
import type { ClaimedPart, NearPart } from '../../../../shared/run/unclaimed.ts'
import { isOfOthers, wasSignedIn } from '../../../../shared/run/why-words.ts'
import type { SignedInBefore } from '../phones/start-plan.ts'
import type { QuestionDevices } from '../readiness/known-devices.ts'
import type { QuestionReadiness } from '../readiness/question-readiness.ts'

/** All the operator has to know before anything is sent. */
export type Question = {
  readonly kind: 'start' | 'retry' | 'resume' | 'held'
  readonly tenant: Tenant
  readonly operator: Operator
  readonly listName: string
  /** Those to be submitted. */
  readonly phones: number
  /** Whose password will be reset: an account on two devices counts once. */
  readonly accounts: number
  readonly regions: readonly { readonly region: Region; readonly phones: number; readonly batches: number }[]
  /** Rows with errors. */
  readonly leftOut: number
  /** Rows of the list that were not chosen. */
  readonly notChosen?: number
  /** Warnings of the check about phones to be submitted, each kind of them in a sentence. */
  readonly warnings?: readonly string[]
  /** Phones that other runs have: they are not submitted. */
  readonly claimed?: readonly ClaimedPart[]
  /** Readiness of the tenant and the accounts, as far as known. */
  readonly readiness?: QuestionReadiness
  /** What the device inventory says of the phones. */
  readonly devices?: QuestionDevices
  /** The rows to sign in, by their numbers, if not the whole list. */
  readonly rows?: ReadonlySet<number>
  /** Phones that only have their device or their account in common with phones of other runs. */
  readonly near?: readonly NearPart[]
  /** Phones that were signed in a few days ago. */
  readonly signedIn?: SignedInBefore
  /** What batches have under way that were submitted elsewhere. */
  readonly elsewhere?: FoundElsewhere
  /** Which failed phones a retry leaves out, and why, in sentences. */
  readonly triedSince?: string
  /** The unfinished run that leaves the screen. */
  readonly leftBehind?: Pick<RunState, 'listName' | 'startedAt'>
  /** Why phones failed that were submitted before, where that holds these back. */
  readonly failedAlike?: FailurePattern
  /** How many phones of the resumed run were submitted before. */
  readonly atService?: number
  /** What main is told was agreed to. */
  readonly confirmed: Confirmation
}

/** `unread`: how many batches could not be read. `why`: the history could not, in a sentence. */
export type FoundElsewhere = {
  readonly parts: readonly ElsewherePart[]
  readonly unread: number
  readonly isReading: boolean
  readonly why?: string
}

export function askAbout(
  plan: RunPlan,
  about: Pick<
    Question,
    | 'kind'
    | 'tenant'
    | 'operator'
    | 'listName'
    | 'leftBehind'
    | 'atService'
    | 'triedSince'
    | 'failedAlike'
    | 'claimed'
    | 'signedIn'
    | 'elsewhere'
    | 'near'
    | 'warnings'
    | 'readiness'
    | 'devices'
    | 'rows'
  >,
): Question {
  return {
    ...about,
    phones: plan.phones.length,
    accounts: accountsIn(plan),
    regions: regions.flatMap((region) => {
      const batches = plan.batches.filter((batch) => batch.region === region)
      if (batches.length === 0) return []
      const phones = batches.reduce((sum, batch) => sum + batch.phones.length, 0)
      return [{ region, phones, batches: batches.length }]
    }),
    leftOut: plan.leftOut.filter((row) => !isOfOthers(row) && !wasSignedIn(row)).length,
    ...(plan.notChosen && { notChosen: plan.notChosen.length }),
    confirmed: confirmationOf(plan, about.tenant),
  }
}

/** The warnings of the check about phones of a plan, and about the whole file, counted by kind. */
export function warningsAbout(plan: RunPlan, issues: readonly Issue[]): readonly string[] {
  const rows = new Set(plan.phones.map(({ row }) => row))
  const warnings = issues.filter(
    ({ severity, row }) => severity === 'warning' && (row === undefined || rows.has(row)),
  )
  return groupIssues(warnings).map(({ message }) => message)
}

/** What an agreement is given to: what is asked for another tenant, as somebody else or about other phones is not. */
export const subjectOf = ({ kind, operator, listName, accounts, regions, confirmed }: Question): string =>
  JSON.stringify([kind, operator.username, listName, accounts, regions, confirmed])

/** The run that another one would push off the screen before it is finished. */
export const leftBehind = (run: RunState | undefined): Pick<Question, 'leftBehind'> =>
  run?.watching.kind === 'stopped' ? { leftBehind: { listName: run.listName, startedAt: run.startedAt } } : {}
