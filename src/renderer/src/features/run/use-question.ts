import { useMemo } from 'react'
import { maxPhonesPerBatch } from '../../../../shared/gateway/limits.ts'
import { inBatchesOf, planRun } from '../../../../shared/run/plan.ts'
import { claimsOfOthers, partsOf, withoutClaimed } from '../../../../shared/run/unclaimed.ts'
import { unsentPlan } from '../../../../shared/run/unsent-plan.ts'
import { leaveSignedInOut } from '../../model/phones/start-plan.ts'
import { askAbout, leftBehind, type Question, warningsAbout } from '../../model/run/confirmation.ts'
import { holdIn } from '../../model/run/hold.ts'
import { leftOutWords, retryOf } from '../../model/run/retry.ts'
import { checkedList } from '../../stores/list-store.ts'
import {
  useHistory,
  useList,
  useRun,
  useSession,
  useSettings,
  useView,
} from '../../stores/stores-context.tsx'
import { useMemory } from '../../stores/use-memory.ts'

/** What the open dialog asks; undefined while none is open, or nothing is left to ask about. */
export function useQuestion(): Question | undefined {
  const dialog = useView((view) => view.dialog)
  const session = useSession((data) => data.session)
  const list = useList(checkedList)
  const run = useRun(({ state }) => state)
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const memory = useMemory()
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  const batchSize = useSettings((settings) => settings.batchSize ?? maxPhonesPerBatch)
  return useMemo(() => {
    if (session?.kind !== 'signed-in') return undefined
    const here = { tenant: session.tenant, operator: session.operator }
    const others = (asking?: string) => claimsOfOthers(runs ?? [], session.tenant, asking)
    if (dialog === 'start' && list) {
      const { plan: unclaimed, ...ofOthers } = withoutClaimed(planRun(list), others())
      const { plan, signedIn } = leaveSignedInOut(unclaimed, memory, areIncluded)
      return askAbout(inBatchesOf(plan, batchSize), {
        ...{ kind: 'start', ...here, listName: list.name, signedIn },
        warnings: warningsAbout(plan, list.issues),
        ...leftBehind(run),
        ...ofOthers,
      })
    }
    if (!run) return undefined
    const { listName } = run
    if (dialog === 'retry') {
      const retry = retryOf(run, runs)
      if (retry.plan.phones.length === 0) return undefined
      const { plan: unclaimed, ...ofOthers } = withoutClaimed(retry.plan, others())
      const { plan, signedIn } = leaveSignedInOut(unclaimed, memory, false)
      const triedSince = leftOutWords(retry)
      const about = { ...here, listName, ...leftBehind(run), triedSince, signedIn, ...ofOthers }
      return askAbout(inBatchesOf(plan, batchSize), { kind: 'retry', ...about })
    }
    if (dialog === 'resume') {
      const unsent = unsentPlan(run)
      const atService = run.phones.length - unsent.phones.length
      const ofOthers = partsOf(unsent.phones, others(run.runId))
      return askAbout(unsent, { kind: 'resume', ...here, listName, atService, ...ofOthers })
    }
    if (dialog === 'held') {
      const hold = holdIn(run)
      const unsent = unsentPlan(run)
      if (hold?.kind !== 'failures' || unsent.phones.length === 0) return undefined
      return askAbout(unsent, { kind: 'held', ...here, listName, failedAlike: hold })
    }
    return undefined
  }, [dialog, session, list, run, runs, memory, areIncluded, batchSize])
}
