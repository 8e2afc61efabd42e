import { useMemo } from 'react'
import { planRun } from '../../../../shared/run/plan.ts'
import { retryPlan } from '../../../../shared/run/retry-plan.ts'
import { unsentPlan } from '../../../../shared/run/unsent-plan.ts'
import { useList, useRun, useSession, useView } from '../../stores/desk-context.tsx'
import { checkedList } from '../../stores/list-store.ts'
import { askAbout, leftBehind, type Question } from './confirmation.ts'

/** What the open dialog asks; undefined while none is open, or nothing is left to ask about. */
export function useQuestion(): Question | undefined {
  const dialog = useView((view) => view.dialog)
  const session = useSession((data) => data.session)
  const list = useList(checkedList)
  const run = useRun(({ state }) => state)
  return useMemo(() => {
    if (session?.kind !== 'signed-in') return undefined
    const here = { tenant: session.tenant, operator: session.operator }
    if (dialog === 'start' && list) {
      return askAbout(planRun(list), { kind: 'start', ...here, listName: list.name, ...leftBehind(run) })
    }
    if (!run) return undefined
    const { listName } = run
    if (dialog === 'retry')
      return askAbout(retryPlan(run), { kind: 'retry', ...here, listName, ...leftBehind(run) })
    if (dialog === 'resume') {
      const unsent = unsentPlan(run)
      const atService = run.phones.length - unsent.phones.length
      return askAbout(unsent, { kind: 'resume', ...here, listName, atService })
    }
    return undefined
  }, [dialog, session, list, run])
}
