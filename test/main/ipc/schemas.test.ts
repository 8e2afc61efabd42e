import { expect, test } from 'vitest'
import { schemas } from '../../../src/main/ipc/schemas.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { sheetOf } from '../../support/sheets.ts'

test('a row whose cells may have moved gets to main as one, and is not signed in', () => {
  const sheet = sheetOf(
    'HardwareId,Username,Contact\n00-04-F2-81-24-B1,lift@contoso.com,ann@contoso.com\n00-04-F2-81-24-B2,bob@contoso.com\n',
  )
  const confirmed = { tenantId: 'contoso', phones: [{ username: 'a', hardwareId: 'b' }], batches: 1 }
  const request = schemas['run:start'].parse({ sheet, region: 'EMEA', includeSignedIn: false, confirmed })
  expect(checkPhones(request.sheet, 'EMEA').rows.map(({ status }) => status)).toEqual(['ready', 'error'])
})

test('a row that has moved gets to main however much its other cells hold', () => {
  const note = 'x'.repeat(40_000)
  const rows = [1, 2, 3].map((row) => `00-04-F2-81-24-B${row},c${row}@b.cc,p${row}@b.cc,`)
  const sheet = sheetOf(
    `HardwareId,Contact,Username,Note\n${rows.join('\n')}\n00-04-F2-81-24-B4,${note},c4@b.cc,p4@b.cc\n`,
  )
  expect(sheet.rows.at(-1)?.moved).toMatchObject({ kind: 'shifted', column: 2 })
  const confirmed = { tenantId: 'contoso', phones: [{ username: 'a', hardwareId: 'b' }], batches: 1 }
  expect(
    schemas['run:start'].safeParse({ sheet, region: 'EMEA', includeSignedIn: false, confirmed }).success,
  ).toBe(true)
})
