import { choicesAfter } from '../../shared/run/choices.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { candidatesOf, type Finding } from './finding.ts'

/** What `settle --json` prints without a decision. Programs rely on it: what is there stays, more may come. */
export const doubtsInJson = ({ runId, listName, tenant }: RunState, findings: readonly Finding[]) => ({
  runId,
  listName,
  tenant,
  inDoubt: findings.map(inJson),
})

function inJson(finding: Finding) {
  const { batch, inDoubt, evidence } = finding
  const { region, phones, submittingAt, failure } = inDoubt
  return {
    // As --batch takes it; not named like the index in events.
    number: batch + 1,
    region,
    phones: phones.length,
    submittedAt: submittingAt,
    ...(failure && { failure }),
    evidence: evidence.ok ? { candidates: evidence.value } : { failure: evidence.failure },
    choices: choicesAfter(candidatesOf(finding)).map(({ decision }) => decision),
  }
}
