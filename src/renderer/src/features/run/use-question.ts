import { useMemo } from 'react'
import { planRun } from '../../../../shared/run/plan.ts'
import { retryPlan } from '../../../../shared/run/retry-plan.ts'
import { useList, useRun, useSession, useView } from '../../stores/desk-context.tsx'
import { checkedList } from '../../stores/list-store.ts'
import { askAbout, type Question } from './confirmation.ts'

/** What the open dialog asks; undefined while none is open, or nothing is left to ask about. */
export function useQuestion(): Question | undefined {
  const dialog = useView((view) => view.dialog)
  const session = useSession((data) => data.session)
  const list = useList(checkedList)
  const run = useRun(({ state }) => state)
  return useMemo(() => {
    if (session?.kind !== 'signed-in') return undefined
    const { tenant, operator } = session
    if (dialog === 'start' && list) {
      return askAbout(planRun(list), { retry: false, tenant, operator, listName: list.name })
    }
    if (dialog === 'retry' && run) {
      return askAbout(retryPlan(run), { retry: true, tenant, operator, listName: run.listName })
    }
    return undefined
  }, [dialog, session, list, run])
}
