import { useMemo } from 'react'
import { maxPhonesPerBatch } from '../../../../shared/gateway/limits.ts'
import type { Question } from '../../model/run/confirmation.ts'
import { questionOf } from '../../model/run/question.ts'
import { checkedList } from '../../stores/list-check.ts'
import {
  useHistory,
  useList,
  useRun,
  useSession,
  useSettings,
  useView,
} from '../../stores/stores-context.tsx'
import { useElsewhere, useMemory } from '../../stores/use-memory.ts'
import { useKnownInventory, useKnownReadiness } from '../../stores/use-readiness.ts'
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
  const elsewhere = useElsewhere()
  const areIncluded = useList(({ includeSignedIn }) => includeSignedIn)
  const readiness = useKnownReadiness()
  const answer = useKnownInventory()
  const batchSize = useSettings((settings) => settings.batchSize ?? maxPhonesPerBatch)
  return useMemo(() => {
    if (dialog !== 'start' && dialog !== 'retry' && dialog !== 'resume' && dialog !== 'held') return undefined
    const inventory = answer && { answer, now: Date.now() }
    const known = { runs, memory, elsewhere, areIncluded, readiness, inventory }
    return questionOf(dialog, { session, list, rows, asked, run, ...known, batchSize })
  }, [
    dialog,
    session,
    list,
    rows,
    asked,
    run,
    runs,
    memory,
    elsewhere,
    areIncluded,
    readiness,
    answer,
    batchSize,
  ])
}
