import type { Row } from '../../../src/renderer/src/model/phones/row.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import type { RunEvent, RunHappening } from '../../../src/shared/run/events.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'
import { eventsOf, runStarted } from '../../support/run-samples.ts'

/** Rows of username, hardware ID and, when there are three, region. The first is row 2. */
export const sheetOf = (...rows: readonly (readonly [string, string, string?])[]): Sheet => ({
  name: 'phones.csv',
  rows: rows.map(([username, hardwareId, region = ''], index) => ({
    row: index + 2,
    username,
    hardwareId,
    region,
  })),
  hasRegionColumn: rows.some(([, , region]) => region !== undefined),
  issues: [],
})

export const goodSheet = sheetOf(
  ['lobby@contoso.com', '00-04-F2-81-24-B3'],
  ['gate@contoso.com', '00-90-8F-12-34-56:001'],
)

/** The run of this sheet in NOAM, with these happenings after its start. */
export const runEvents = (sheet: Sheet, ...happenings: readonly RunHappening[]): readonly RunEvent[] =>
  eventsOf(runStarted(planRun(checkPhones(sheet, 'NOAM'))), ...happenings)

export function runOf(sheet: Sheet, ...happenings: readonly RunHappening[]): RunState {
  const state = replay(runEvents(sheet, ...happenings))
  if (!state) throw new Error('A run without events')
  return state
}

export const rowOf = (row: Partial<Row> & Pick<Row, 'row'>): Row => ({
  username: `phone${row.row}@contoso.com`,
  hardwareId: '00-04-F2-81-24-B3',
  region: 'NOAM',
  status: 'ready',
  result: '',
  remedy: '',
  reason: '',
  issues: [],
  wrong: [],
  ...row,
})
