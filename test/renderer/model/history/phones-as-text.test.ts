import { expect, test } from 'vitest'
import { phonesAsText } from '../../../../src/renderer/src/model/history/phones-as-text.ts'
import { guidanceFor } from '../../../../src/shared/gateway/guidance.ts'
import type { HistoryPhone } from '../../../../src/shared/run/batch-history.ts'

const phone = (more: Partial<HistoryPhone>): HistoryPhone => ({
  username: 'lobby@contoso.com',
  hardwareId: '00-04-F2-81-24-B3',
  status: 'signed in',
  said: 'success',
  ...more,
})
const cellsOf = (text: string): readonly (readonly string[])[] =>
  text.split('\r\n').map((line) => line.split('\t'))

test('phones become a table: a head, then one phone a line with what to do', () => {
  const error = 'Device is offline.'
  const text = phonesAsText([phone({}), phone({ status: 'failed', said: 'failed', error })])
  expect(cellsOf(text)).toEqual([
    ['Username', 'HardwareId', 'Status', 'Result', 'What to do'],
    ['lobby@contoso.com', '00-04-F2-81-24-B3', 'Signed in', '', ''],
    ['lobby@contoso.com', '00-04-F2-81-24-B3', 'Failed', error, guidanceFor(error)?.remedy],
    [''],
  ])
})

test("while a phone is on its way, the service's own word for that is told", () => {
  const text = phonesAsText([phone({ status: 'signing in', said: 'InProgress' })])
  expect(cellsOf(text)[1]?.slice(2)).toEqual(['Signing in', 'InProgress', ''])
})

test('what somebody else wrote breaks no cell and is no formula', () => {
  const text = phonesAsText([
    phone({ username: '=HYPERLINK("https://contoso.com")', status: 'failed', error: 'one\ttwo\r\nthree' }),
  ])
  expect(cellsOf(text)).toHaveLength(3)
  expect(cellsOf(text)[1]).toEqual([
    `'=HYPERLINK("https://contoso.com")`,
    '00-04-F2-81-24-B3',
    'Failed',
    'one two three',
    '',
  ])
})
