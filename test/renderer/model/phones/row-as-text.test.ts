import { expect, test } from 'vitest'
import { rowAsText } from '../../../../src/renderer/src/model/phones/row-as-text.ts'
import { rowOf } from '../../support/samples.ts'

test('a row is copied in full, tab between its columns', () => {
  const row = rowOf({ row: 7, status: 'failed', result: 'Device is offline.', remedy: 'Reconnect it.' })
  expect(rowAsText(row)).toBe(
    '7\tphone7@contoso.com\t00-04-F2-81-24-B3\tNOAM\tFailed\tDevice is offline.\tReconnect it.',
  )
})
