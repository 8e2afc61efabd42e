import { useMemo } from 'react'
import { planRun } from '../../../../shared/run/plan.ts'
import { claimsOfOthers, partsOf, withoutClaimed } from '../../../../shared/run/unclaimed.ts'
import { unsentPlan } from '../../../../shared/run/unsent-plan.ts'
import { leaveSignedInOut, rowsOfNext } from '../../model/phones/start-plan.ts'
import { askAbout, leftBehind, type Question, warningsAbout } from '../../model/run/confirmation.ts'
import { holdIn } from '../../model/run/hold.ts'
import { leftOutWords, retryOf } from '../../model/run/retry.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useHistory, useList, useRun, useSession, useView } from '../../stores/stores-context.tsx'
import { useMemory } from '../../stores/use-memory.ts'
import { useListRows } from '../../stores/use-rows.ts'

/** What the open dialog asks; undefined while none is open, or nothing is left to ask about. */
export function useQuestion(): Question | undefined {
  const dialog = useView((view) => view.dialog)
  const session = useSession((data) => data.session)
  const list = useList(checkedList)
  const run = useRun(({ state }) => state)
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const memory = useMemory()
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  const asked = useView((view) => view.asked)
  const rows = useListRows()
  return useMemo(() => {
    if (session?.kind !== 'signed-in') return undefined
    const here = { tenant: session.tenant, operator: session.operator }
    const others = (asking?: string) => claimsOfOthers(runs ?? [], session.tenant, asking)
    if (dialog === 'start' && list) {
      const planned = planRun(list, asked.rows ?? rowsOfNext(rows))
      const { plan: unclaimed, ...ofOthers } = withoutClaimed(planned, others())
      const { byHand, include } = asked
      const { plan, signedIn } = leaveSignedInOut(unclaimed, memory, byHand ? include === true : areIncluded)
      const isOpen = byHand && include === undefined && signedIn.parts.length > 0
      return askAbout(plan, {
        ...{ kind: 'start', ...here, listName: list.name },
        signedIn: { ...signedIn, ...(byHand && { isOpen }) },
        warnings: warningsAbout(plan, list.issues),
        ...leftBehind(run),
        ...ofOthers,
      })
    }
    if (!run) return undefined
    const { listName } = run
    if (dialog === 'retry') {
      const retry = retryOf(run, runs, asked.rows)
      if (retry.plan.phones.length === 0) return undefined
      const { plan: unclaimed, ...ofOthers } = withoutClaimed(retry.plan, others())
      const { plan, signedIn } = leaveSignedInOut(unclaimed, memory, false)
      const triedSince = leftOutWords(retry)
      const about = { ...here, listName, ...leftBehind(run), triedSince, signedIn, ...ofOthers }
      return askAbout(plan, { kind: 'retry', ...about })
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
  }, [dialog, session, list, run, runs, memory, areIncluded, asked, rows])
}
