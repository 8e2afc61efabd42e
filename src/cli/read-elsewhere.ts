import { batchesElsewhere, longestReadMs } from '../core/run/batches-elsewhere.ts'
import type { Session } from '../core/run/session.ts'
import { failureWords } from '../shared/gateway/failure-words.ts'
import type { RunPlan } from '../shared/run/plan.ts'
import { type Elsewhere, nothingElsewhere } from '../shared/run/submitted-elsewhere.ts'
import { text } from '../shared/text/index.ts'
import { paintWarning } from './paint.ts'
import { harmless, tell } from './print.ts'
import type { OtherRuns } from './tell-claims.ts'

/**
 * What others have submitted in this tenant today. If that cannot be read, says so and lets the run continue.
 */
export async function readElsewhere(
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
