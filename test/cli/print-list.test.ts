import { afterEach, expect, test, vi } from 'vitest'
import { stdout } from '../../src/cli/output.ts'
import { issueLines, printListJson } from '../../src/cli/print-list.ts'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { sheetOfRows } from '../support/sheets.ts'

afterEach(() => vi.restoreAllMocks())

const listOf = (rows: number) =>
  checkPhones(sheetOfRows(...Array.from({ length: rows }, (_, at) => [`lobby${at}`, 'x'] as const)), 'EMEA')

test('the JSON of a long list goes out in pieces, which together are one object', async () => {
  const pieces: string[] = []
  vi.spyOn(stdout, 'write').mockImplementation((piece) => {
    pieces.push(piece)
    return true
  })
  const { rows, issues } = listOf(3_000)
  await printListJson(rows, issues)
  vi.restoreAllMocks()

  const { phones, findings } = JSON.parse(pieces.join(''))
  expect(phones).toEqual(rows)
  expect(findings.map(({ row, code }: { row: number; code: string }) => [row, code])).toEqual(
    issues.map(({ row, code }) => [row, code]),
  )
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(100_000)
})

test('an empty list is JSON too', async () => {
  let out = ''
  vi.spyOn(stdout, 'write').mockImplementation((piece) => {
    out += piece
    return true
  })
  await printListJson([], [])
  vi.restoreAllMocks()
  expect(JSON.parse(out)).toEqual({ phones: [], findings: [] })
})

test('few rows are told one by one, many of one kind in one line', () => {
  expect(issueLines(listOf(9).issues)).toHaveLength(18)
  expect(issueLines(listOf(10).issues)).toEqual([
    expect.stringContaining('10 rows (2, 3, 4, 5 and 6 more): no @ in the username. Row 2: "lobby0"'),
    expect.stringContaining('10 rows (2, 3, 4, 5 and 6 more): not a hardware ID. Row 2: "x"'),
  ])
})
