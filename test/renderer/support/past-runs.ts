import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { type PastRun, pastRun } from '../../../src/shared/run/past-run.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import { goodSheet, runEvents } from './samples.ts'

/** The events of a run that ended with both phones signed in, unless other happenings are given. */
export function pastEvents(runId: string, ...happenings: readonly RunHappening[]): readonly RunEvent[] {
  const [started, ...rest] = runEvents(goodSheet, ...(happenings.length > 0 ? happenings : wholeRun))
  if (started?.type !== 'RunStarted') throw new Error('A run begins with its start')
  return [{ ...started, runId }, ...rest]
}

export const wholeRun: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchSubmitted', batch: 0, batchId: 'b1' },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: [0, 1].map((phone) => ({ phone, status: 'signed in', said: 'success' })),
  },
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]

export function pastRunOf(runId: string, ...happenings: readonly RunHappening[]): PastRun {
  const state = replay(pastEvents(runId, ...happenings))
  if (!state) throw new Error('A run without events')
  return pastRun(state, undefined)
}
