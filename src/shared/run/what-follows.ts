import type { Tenant } from '../gateway/tenant.ts'
import { accountsIn, type Confirmation, confirmationOf } from './confirmation.ts'
import type { Resolution } from './evidence.ts'
import type { RunState } from './run-state.ts'
import { type Submission, stillToSubmit } from './still-to-submit.ts'
import { unsentPlan } from './unsent-plan.ts'

/** What decisions make happen: the run goes on, and what waits in it is submitted. */
export type WhatFollows = {
  /** Whose password will be reset. */
  readonly accounts: number
  /** The batches that are submitted besides those to decide about. */
  readonly others: Submission
  readonly confirmed: Confirmation
}

/** What happens in `tenant` once these resolutions are given; the run is the state before them. */
export function whatFollows(
  run: RunState,
  resolutions: readonly Resolution[],
  tenant: Pick<Tenant, 'id'>,
): WhatFollows {
  const again = resolutions.flatMap(({ batch, decision }) =>
    decision.kind === 'submit-again' ? [batch] : [],
  )
  const plan = unsentPlan(run, again)
  return { accounts: accountsIn(plan), others: stillToSubmit(run), confirmed: confirmationOf(plan, tenant) }
}
