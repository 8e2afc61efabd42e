import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listRows } from '../../../../src/renderer/src/model/phones/list-rows.ts'
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
      const followed = stages.map((run) => listRows(list, { ...standing, runs: [run] }))
      const opened = stages.map((run) => listRows(checkPhones(sheet, 'NOAM'), { ...standing, runs: [run] }))
      expect(followed).toEqual(opened)
    }),
  )
})
