import { expect, test } from 'vitest'
import { schemas } from '../../../src/main/ipc/schemas.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { sheetOf } from '../../support/sheets.ts'

test('a row whose cells may have moved gets to main as one, and is not signed in', () => {
  const sheet = sheetOf(
    'HardwareId,Username,Contact\n00-04-F2-81-24-B1,lift@contoso.com,ann@contoso.com\n00-04-F2-81-24-B2,bob@contoso.com\n',
  )
  const confirmed = { tenantId: 'contoso', phones: 1, batches: 1 }
  const request = schemas['run:start'].parse({ sheet, region: 'EMEA', confirmed })
  expect(checkPhones(request.sheet, 'EMEA').rows.map(({ status }) => status)).toEqual(['ready', 'error'])
})
