import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSorter, sortRows } from '../../../../src/renderer/src/model/phones/arrange.ts'
import { countRows } from '../../../../src/renderer/src/model/phones/count-rows.ts'
import { listRows } from '../../../../src/renderer/src/model/phones/list-rows.ts'
import type { Row } from '../../../../src/renderer/src/model/phones/row.ts'
import { ownColumns } from '../../../../src/renderer/src/model/phones/table-columns.ts'
import { checkPhones } from '../../../../src/shared/phones/check.ts'
import type { RunHappening } from '../../../../src/shared/run/events.ts'
import { noMemory } from '../../../../src/shared/run/run-memory.ts'
import { goodSheet, runOf, sheetOf } from '../../support/samples.ts'

const batchId = '0f8e6a1c-7b1d-4e0e-9a55-000000000010'

/** What may happen to the one batch of the list, one after the other. */
const happenings: readonly RunHappening[] = [
  { type: 'BatchSubmitting', batch: 0, attempt: 1 },
  { type: 'BatchOutcomeUnknown', batch: 0 },
  { type: 'BatchReleased', batch: 0 },
  { type: 'PhonesLeftOut', batch: 0, phones: [{ phone: 0, runId: 'another', why: 'under way' }] },
  { type: 'BatchSubmitting', batch: 0, attempt: 2 },
  { type: 'BatchSubmitted', batch: 0, batchId },
  {
    type: 'PhonesReported',
    batch: 0,
    phones: [{ phone: 1, status: 'failed', said: 'failed', error: 'Offline' }],
  },
  { type: 'PhonesReported', batch: 0, phones: [{ phone: 1, status: 'signed in', said: 'success' }] },
  { type: 'BatchFinished', batch: 0, end: 'service', serviceStatus: 'Completed' },
  { type: 'RunFinished' },
]

const byStatus = {
  column: ownColumns.find(({ id }) => id === 'status') ?? ownColumns[0],
  descending: false,
} as { readonly column: (typeof ownColumns)[number]; readonly descending: boolean }

const anew = (rows: readonly Row[]): Readonly<Partial<Record<string, number>>> =>
  Object.fromEntries(
    [...Map.groupBy(rows, ({ status }) => (status === 'submitting' ? 'signing in' : status))].map(
      ([status, some]) => [status, some.length],
    ),
  )

const standings = (counts: Readonly<Partial<Record<string, number>>>) =>
  new Map(Object.entries(counts).filter(([, number]) => number !== 0))

test('a list that is followed through a run has the rows that it has when it is opened after it', () => {
  const sheet = sheetOf(
    ...goodSheet.rows.map(({ username, hardwareId }) => [username, hardwareId] as const),
    ['wrong', 'no hardware ID'],
  )
  fc.assert(
    fc.property(fc.subarray([...happenings.keys()]), (stops) => {
      const stages = stops.map((stop) => runOf(sheet, ...happenings.slice(0, stop + 1)))
      const standing = { memory: noMemory, areIncluded: false, leftOut: new Set<number>() }
      const list = checkPhones(sheet, 'NOAM')
      const sorted = createSorter()
      const followed = stages.map((run) => {
        const rows = listRows(list, { ...standing, runs: [run] })
        // What is made of the rows follows them, too.
        expect(sorted(rows, byStatus)).toEqual(sortRows(rows, byStatus))
        expect(standings(countRows(rows))).toEqual(standings(anew(rows)))
        return rows
      })
      const opened = stages.map((run) => listRows(checkPhones(sheet, 'NOAM'), { ...standing, runs: [run] }))
      expect(followed).toEqual(opened)
    }),
  )
})
