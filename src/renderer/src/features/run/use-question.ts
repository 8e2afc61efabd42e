import { useMemo } from 'react'
import type { Question } from '../../model/run/confirmation.ts'
import { questionOf } from '../../model/run/question.ts'
import { checkedList } from '../../stores/list-store.ts'
import { useHistory, useList, useRun, useSession, useView } from '../../stores/stores-context.tsx'
import { useMemory } from '../../stores/use-memory.ts'
import { useListRows } from '../../stores/use-rows.ts'

/** What the open dialog asks; undefined while none is open, or nothing is left to ask about. */
export function useQuestion(): Question | undefined {
  const dialog = useView((view) => view.dialog)
  const asked = useView((view) => view.asked)
  const session = useSession((data) => data.session)
  const list = useList(checkedList)
  const rows = useListRows()
  const run = useRun(({ state }) => state)
  const runs = useHistory(({ disk }) => disk.value?.runs)
  const memory = useMemory()
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  return useMemo(() => {
    if (dialog !== 'start' && dialog !== 'retry' && dialog !== 'resume' && dialog !== 'held') return undefined
    return questionOf(dialog, { session, list, rows, asked, run, runs, memory, areIncluded })
  }, [dialog, session, list, rows, asked, run, runs, memory, areIncluded])
}
