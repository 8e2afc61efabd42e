import type { RunHappening } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { reduceRun, replay } from '../../src/shared/run/reducer.ts'
import { eventsOf, phoneListOf, runStarted } from '../support/run-samples.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

/** Time per event while 3,000 phones go from queued to signed in, ten changes a report. */
export function benchReducer(): readonly Figure[] {
  const events = eventsOf(...happenings())
  const times = Array.from({ length: 15 }, () => {
    const begun = performance.now()
    replay(events)
    return performance.now() - begun
  })
  const state = replay(events)
  if (!state?.phones.every(({ status }) => status === 'signed in'))
    throw new Error('The events are not a run')
  const total = median(times)
  return [
    { name: 'reducer: all events of 3,000 phones', value: total, unit: 'ms', limit: null },
    {
      name: 'reducer: one event of a run of 3,000 phones',
      value: total / events.length,
      unit: 'ms',
      limit: 1,
    },
    { name: 'reducer: phones made anew by a report of 10', value: madeAnew(), unit: 'phones', limit: 10 },
  ]
}

function happenings(): readonly RunHappening[] {
  const plan = planRun(phoneListOf(3_000))
  return [
    runStarted(plan),
    ...plan.batches.flatMap(({ phones }, batch): readonly RunHappening[] => [
      { type: 'BatchSubmitting', batch, attempt: 1 },
      { type: 'BatchSubmitted', batch, batchId: `batch-${batch}` },
      ...Array.from(
        { length: phones.length / 10 },
        (_, tenth): RunHappening => ({
          type: 'PhonesReported',
          batch,
          phones: phones
            .slice(tenth * 10, tenth * 10 + 10)
            .map((phone) => ({ phone, status: 'signed in', said: 'success' })),
        }),
      ),
      { type: 'BatchFinished', batch, serviceStatus: 'Completed' },
    ]),
    { type: 'RunFinished' },
  ]
}

/** What a table must draw again: the phones whose identity a report changes. */
function madeAnew(): number {
  const events = eventsOf(...happenings())
  const report = events.findIndex(({ type }) => type === 'PhonesReported')
  const before = replay(events.slice(0, report))
  const event = events[report]
  if (!before || !event) throw new Error('The events hold no report')
  const after = reduceRun(before, event)
  return after.phones.filter((phone, index) => phone !== before.phones[index]).length
}
