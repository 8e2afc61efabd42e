import { expect, test } from 'vitest'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { groupIssues } from '../../../src/shared/phones/group-issues.ts'
import { repeats } from '../../../src/shared/phones/repeats.ts'
import { accountKey } from '../../../src/shared/phones/username.ts'
import { sheetOf, sheetOfRows } from '../../support/sheets.ts'

test('what is wrong alike in 20,000 rows is one line, with its rows and an example', () => {
  const sheet = sheetOfRows(
    ...Array.from({ length: 20_000 }, (_, at) => {
      const device = at.toString(16).padStart(6, '0')
      return [`lobby${at}`, `0004f2${device}`] as const
    }),
  )
  const groups = groupIssues(checkPhones(sheet, 'EMEA').issues)
  expect(groups.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /^20,000 rows \(2, 3, 4, 5 and 19,996 more\): no @ in the username\. Row 2: "lobby0" isn't a username: it has no @\./,
    ),
  ])
})

test('issues that differ in what is wrong, or are about the whole file, stand apart', () => {
  const sheet = sheetOf(
    'UPN,MAC\nlobby,00-04-F2-81-24-B1\na@b@c.de,00-04-F2-81-24-B2\nhall,00-04-F2-81-24-B3\n',
  )
  const groups = groupIssues(checkPhones(sheet, 'EMEA').issues)
  expect(groups.map(({ issues, message }) => [issues.length, message.slice(0, 40)])).toEqual([
    [1, 'The column "UPN" was read as Username.'],
    [1, 'The column "MAC" was read as HardwareId.'],
    [2, '2 rows (2 and 4): no @ in the username. '],
    [1, 'Row 3: "a@b@c.de" isn\'t a username: it h'],
  ])
})

test('values that repeat are found, also where a list was made so that all look alike to the table', () => {
  expect(repeats(['a', 'b', undefined, 'a', 'c', undefined, 'b', 'a'])).toEqual([
    [0, 3, 7],
    [1, 6],
  ])
  // Only what stands before the last 12 characters differs.
  const alike = Array.from({ length: 3_000 }, (_, at) => `${at % 2_999}-same-ending-of-all`)
  expect(repeats(alike)).toEqual([[0, 2_999]])
})

test('values that repeat but for their case are found where the key says so, in either way to find them', () => {
  const values = ['Gate@c.de', 'gate@C.de', undefined, 'hall@c.de', 'GATE@c.de']
  expect(repeats(values, accountKey)).toEqual([[0, 1, 4]])
  expect(repeats(values)).toEqual([])
  const alike = Array.from({ length: 3_000 }, (_, at) => `${at % 2_999}-Same-ending-of-all`)
  expect(repeats([...alike, '5-SAME-ENDING-OF-ALL'], accountKey)).toEqual([
    [0, 2_999],
    [5, 3_000],
  ])
})
