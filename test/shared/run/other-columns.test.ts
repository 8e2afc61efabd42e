import { expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { planRun } from '../../../src/shared/run/plan.ts'
import { failedList, resultFile } from '../../../src/shared/run/result-file.ts'
import { runStarted, stateOf } from '../../support/run-samples.ts'
import { sheetOf } from '../../support/sheets.ts'

const list = [
  'Room,Username,HardwareId,Initial password,Region,=Note',
  'Hall 1,hall@contoso.com,00-04-F2-81-24-B1,Secret1!,EMEA,=1+1',
  'Lift,lift,00-04-F2-81-24-B2,Secret2!,EMEA,',
].join('\n')

const plan = planRun(checkPhones(sheetOf(list), 'EMEA'))

test('every column of the list is in the results again, but for passwords, and no cell is a formula', () => {
  const [header = '', ...rows] = resultFile(stateOf(runStarted(plan)))
    .trim()
    .split('\r\n')
  expect(header).toMatch(/,Time,Room,'=Note$/)
  expect(rows[0]).toMatch(/^hall@contoso\.com,.*,Hall 1,'=1\+1$/)
  expect(rows[1]).toMatch(/^lift,.*,Lift,$/)
  expect(JSON.stringify(plan)).not.toContain('Secret')
})

test('failed phones keep theirs, and their list can be opened again', () => {
  const failed = stateOf(runStarted(plan), {
    type: 'PhonesReported',
    batch: 0,
    phones: [{ phone: 0, status: 'failed', said: 'Failed' }],
  })
  const again = sheetOf(failedList(failed))
  expect(again.rows).toMatchObject([{ username: 'hall@contoso.com', region: 'EMEA' }])
  expect(again.others).toEqual({ headings: ['Room', '=Note'], rows: [{ row: 2, cells: ['Hall 1', '=1+1'] }] })
})
