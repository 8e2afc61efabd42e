import { useEffect, useState } from 'react'
import type { AppFailure } from '../../../../shared/app-failure.ts'
import type { Candidate } from '../../../../shared/run/evidence.ts'
import { invoke } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'

export type Evidence =
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly failure: AppFailure }
  | { readonly kind: 'known'; readonly candidates: readonly Candidate[] }

const asking: Evidence = { kind: 'asking' }

/** What the batch history says of the batch; asked for at once, and again with the function returned. */
export function useEvidence(runId: string, batch: number): readonly [Evidence, () => void] {
  const stores = useStores()
  const [turn, setTurn] = useState(0)
  const [answered, setAnswered] = useState<{ readonly turn: number; readonly evidence: Evidence }>()
  useEffect(() => {
    let isLatest = true
    void invoke(stores, 'run:evidence', { runId, batch }).then((answer) => {
      if (!isLatest) return
      const evidence: Evidence = answer.ok
        ? { kind: 'known', candidates: answer.value }
        : { kind: 'failed', failure: answer.failure }
      setAnswered({ turn, evidence })
    })
    return () => {
      isLatest = false
    }
  }, [stores, runId, batch, turn])
  return [answered?.turn === turn ? answered.evidence : asking, () => setTurn(turn + 1)]
}
