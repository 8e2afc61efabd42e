import type { RunHappening } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import * as reducer from '../../src/shared/run/reducer.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { eventsOf, phoneListOf, runStarted } from '../support/run-samples.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

/** The module of a version that makes events into state. */
export type Reducer = Pick<typeof reducer, 'reduceRun' | 'replay'>

/** What the events of a whole run take, and those of a run that is watched, one by one; ten changes a report. */
export function benchReducer({ reduceRun, replay }: Reducer = reducer): readonly Figure[] {
  const watched = eventsOf(...happenings(3_000))
  const oneByOne = timeOf(() => void watched.reduce(reduceRun, undefined as RunState | undefined))
  return [
    ...[
      { phones: 10_000, limit: 30 },
      { phones: 30_000, limit: 100 },
      { phones: 100_000, limit: 300 },
    ].map(({ phones, limit }) => {
      const events = eventsOf(...happenings(phones))
      const value = timeOf(() => void replay(events))
      if (!replay(events)?.phones.every(({ status }) => status === 'signed in'))
        throw new Error('The events are not a run')
      return {
        name: `reducer: replay of ${phones.toLocaleString('en')} phones`,
        value,
        unit: 'ms' as const,
        limit,
      }
    }),
    {
      name: 'reducer: one event of a run of 3,000 phones',
      value: oneByOne / watched.length,
      unit: 'ms',
      limit: 1,
    },
    {
      name: 'reducer: phones made anew by a report of 10',
      value: madeAnew({ reduceRun, replay }),
      unit: 'phones',
      limit: 10,
    },
  ]
}

/** In ms, the median of seven. */
const timeOf = (work: () => void): number =>
  median(
    Array.from({ length: 7 }, () => {
      const begun = performance.now()
      work()
      return performance.now() - begun
    }),
  )

function happenings(phones: number): readonly RunHappening[] {
  const plan = planRun(phoneListOf(phones))
  return [
    runStarted(plan),
    ...plan.batches.flatMap(({ phones }, batch): readonly RunHappening[] => [
      { type: 'BatchSubmitting', batch, attempt: 1 },
      { type: 'BatchSubmitted', batch, batchId: `batch-${batch}` },
      ...Array.from(
        { length: Math.ceil(phones.length / 10) },
        (_, tenth): RunHappening => ({
          type: 'PhonesReported',
          batch,
          phones: phones
            .slice(tenth * 10, tenth * 10 + 10)
            .map((phone) => ({ phone, status: 'signed in', said: 'success' })),
        }),
      ),
      { type: 'BatchFinished', batch, end: 'service', serviceStatus: 'Completed' },
    ]),
    { type: 'RunFinished' },
  ]
}

/** What a table must draw again: the phones whose identity a report changes. */
function madeAnew({ reduceRun, replay }: Reducer): number {
  const events = eventsOf(...happenings(3_000))
  const report = events.findIndex(({ type }) => type === 'PhonesReported')
  const before = replay(events.slice(0, report))
  const event = events[report]
  if (!before || !event) throw new Error('The events hold no report')
  const after = reduceRun(before, event)
  return after.phones.filter((phone, index) => phone !== before.phones[index]).length
}
