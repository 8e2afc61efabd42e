import type { RunState } from '../../shared/run/run-state.ts'
import { failureAsJson, suspectsAsJson } from '../event-as-json.ts'
import { commandChoices } from './command-choices.ts'
import type { ExaminedBatch } from './examined-batch.ts'

/** What `settle --json` prints without a decision. Programs rely on it: what is there stays, more may come. */
export const unconfirmedInJson = (
  { runId, listName, tenant }: RunState,
  examined: readonly ExaminedBatch[],
) => ({
  runId,
  listName,
  tenant,
  inDoubt: examined.map(inJson),
})

function inJson(examined: ExaminedBatch) {
  const { batch, unconfirmed, evidence } = examined
  const { region, phones, submittingAt, since, failure, suspects } = unconfirmed
  return {
    // As --batch takes it; not named like the index in events.
    number: batch + 1,
    region,
    phones: phones.length,
    ...(since === undefined ? { submittedAt: submittingAt } : { since }),
    ...(failure && { failure: failureAsJson(failure) }),
    ...(suspects && !failure && suspectsAsJson(suspects)),
    evidence: evidence.ok ? { candidates: evidence.value } : { failure: evidence.failure },
    choices: commandChoices(examined).map(({ decision }) => decision),
  }
}
