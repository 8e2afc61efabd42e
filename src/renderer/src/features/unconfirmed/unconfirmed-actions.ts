import type { Confirmation } from '../../../../shared/run/confirmation.ts'
import type { Decision } from '../../../../shared/run/evidence.ts'
import { type AppStores, ask, invoke } from '../../stores/app-stores.ts'

/** Opens the evidence about a batch of the shown run. */
export function lookAtEvidence(stores: AppStores, batch: number): void {
  stores.view.setState({ dialog: 'evidence', unconfirmed: batch })
}

/** Reconciles the batch of the shown run, and continues the run. If that fails, the page says why. */
export async function decide(
  stores: AppStores,
  batch: number,
  decision: Decision,
  confirmed: Confirmation,
): Promise<void> {
  const { state } = stores.run.getState()
  if (state) await ask(stores, 'run', 'run:decide', { runId: state.runId, batch, decision, confirmed })
}

/** Closes the evidence, and cancels a decision that is being checked: an operator who closes it doesn't want it. */
export function decideLater(stores: AppStores, isDeciding: boolean): void {
  stores.view.setState({ dialog: undefined })
  // Where it has already gone through there is nothing to take back, and the page shows it.
  if (isDeciding) void invoke(stores, 'run:stop-watching', undefined)
}
