import type { Tenant } from '../../../../shared/gateway/tenant.ts'
import type { Confirmation } from '../../../../shared/ipc.ts'
import type { Decision } from '../../../../shared/run/evidence.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import { type Submission, stillToSubmit } from '../../../../shared/run/still-to-submit.ts'
import { unsentPlan } from '../../../../shared/run/unsent-plan.ts'
import { accountsIn, confirmationOf } from '../run/confirmation.ts'

/** What a decision makes happen: the run goes on, and what waits in it is submitted. */
export type WhatFollows = {
  /** Whose password will be reset. */
  readonly accounts: number
  /** What is submitted besides the batch that is decided about. */
  readonly others: Submission
  readonly confirmed: Confirmation
}

export function whatFollows(
  run: RunState,
  batch: number,
  decision: Decision,
  tenant: Pick<Tenant, 'id'>,
): WhatFollows {
  const plan = unsentPlan(run, decision.kind === 'submit-again' ? batch : undefined)
  return { accounts: accountsIn(plan), others: stillToSubmit(run), confirmed: confirmationOf(plan, tenant) }
}
