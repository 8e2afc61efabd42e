import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFilter, createSorter, sortRows } from '../../../../src/renderer/src/model/phones/arrange.ts'
import { listRows } from '../../../../src/renderer/src/model/phones/list-rows.ts'
import type { Row } from '../../../../src/renderer/src/model/phones/row.ts'
import { ownColumns, type TableColumn } from '../../../../src/renderer/src/model/phones/table-columns.ts'
import { checkPhones } from '../../../../src/shared/phones/check.ts'
import { noMemory } from '../../../../src/shared/run/run-memory.ts'
import { rowOf, sheetOf } from '../../support/samples.ts'

const order = (rows: readonly { readonly row: number }[]): readonly number[] => rows.map(({ row }) => row)

const by = (name: string, descending = false) => ({
  column: ownColumns.find(({ id }) => id === name) as TableColumn,
  descending,
})

describe('sorting', () => {
  test('leaves the file order without a column', () => {
    const rows = [rowOf({ row: 3 }), rowOf({ row: 2 })]
    expect(sortRows(rows, undefined)).toBe(rows)
  })

  test('puts phone2 before phone10, as people count', () => {
    const rows = ['phone10@contoso.com', 'Phone2@contoso.com', 'phone1@contoso.com'].map((username, row) =>
      rowOf({ row, username }),
    )
    expect(order(sortRows(rows, by('username')))).toEqual([2, 1, 0])
    expect(order(sortRows(rows, by('username', true)))).toEqual([0, 1, 2])
  })

  test('sorts rows by number, not by digits', () => {
    const rows = [rowOf({ row: 10 }), rowOf({ row: 9 }), rowOf({ row: 100 })]
    expect(order(sortRows(rows, by('row')))).toEqual([9, 10, 100])
  })

  test('by status, what failed comes first and equal rows stay in file order', () => {
    const rows = [
      rowOf({ row: 2, status: 'signed in' }),
      rowOf({ row: 3, status: 'failed' }),
      rowOf({ row: 4, status: 'unknown' }),
      rowOf({ row: 5, status: 'queued' }),
      rowOf({ row: 6, status: 'failed' }),
    ]
    expect(order(sortRows(rows, by('status')))).toEqual([3, 6, 4, 5, 2])
  })
})

const unrun = { memory: noMemory, areIncluded: false, leftOut: new Set<number>(), runs: [] }

describe('filtering', () => {
  const rows = listRows(
    checkPhones(
      sheetOf(
        ['lobby@contoso.com', '00-04-F2-81-24-B3'],
        ['gate', '00-90-8F-12-34-56:001'],
        ['Lift@contoso.com', '00-90-8F-12-34-56:002'],
      ),
      'EMEA',
    ),
    unrun,
  )

  test.each([
    ['a part of a username, in any case', 'LIFT', [4]],
    ['a hardware ID with its dashes', '12-34-56:001', [3]],
    ['a hardware ID without them', '00908f123456', [3, 4]],
    ['a region', 'emea', [2, 3, 4]],
    ['the word for a status', 'error', [3]],
    ['a row number', '4', [2, 3, 4]],
    ['what no row contains', 'kitchen', []],
    ['nothing but blanks', '  ', [2, 3, 4]],
  ])('finds %s', (_, filter, found) => {
    expect(order(createFilter()(rows, filter, undefined))).toEqual(found)
  })

  test('shows one status only, and text within it', () => {
    const only = { kind: 'status', status: 'ready' } as const
    expect(order(createFilter()(rows, '', only))).toEqual([2, 4])
    expect(order(createFilter()(rows, 'lift', only))).toEqual([4])
  })

  test('counts a phone that is being submitted as signing in', () => {
    const submitting = [rowOf({ row: 2, status: 'submitting' }), rowOf({ row: 3, status: 'queued' })]
    expect(order(createFilter()(submitting, '', { kind: 'status', status: 'signing in' }))).toEqual([2])
  })

  test('shows the rows that failed for one reason', () => {
    const failed = [
      rowOf({ row: 2, status: 'failed', reason: 'device-offline' }),
      rowOf({ row: 3, status: 'failed', reason: 'user-not-found' }),
    ]
    expect(order(createFilter()(failed, '', { kind: 'reason', reason: 'user-not-found' }))).toEqual([3])
  })
})

describe('a list that is sorted and filtered again and again', () => {
  const statuses = ['signing in', 'signed in', 'failed'] as const
  const some = fc.array(fc.record({ row: fc.nat({ max: 400 }), status: fc.constantFrom(...statuses) }))
  const rowsOf = (size: number): Row[] =>
    Array.from({ length: size }, (_, index) => rowOf({ row: index + 2, status: 'queued' }))

  test('is in the same order as if it were sorted anew, whatever changes', () => {
    fc.assert(
      fc.property(
        fc.array(some, { maxLength: 6 }),
        fc.constantFrom('status', 'username', 'row'),
        fc.boolean(),
        (turns, column, descending) => {
          const sort = by(column, descending)
          const sorted = createSorter()
          let rows = rowsOf(400)
          sorted(rows, sort)
          for (const changes of turns) {
            rows = rows.map((row) => {
              const change = changes.find((one) => one.row === row.row)
              return change
                ? { ...row, status: change.status, username: `${change.status}@contoso.com` }
                : row
            })
            expect(sorted(rows, sort)).toEqual(sortRows(rows, sort))
          }
        },
      ),
    )
  })

  test('lets the same rows pass as if it were filtered anew, whatever is typed and deleted, and whatever changes meanwhile', () => {
    const typed = fc.string({ unit: fc.constantFrom('p', 'h', '1', '2', ' ', '@', 'q', 'u'), maxLength: 5 })
    const changed = fc.option(fc.nat({ max: 70 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(typed, changed, fc.boolean())), (turns) => {
        const filtered = createFilter()
        let rows = rowsOf(60)
        for (const [words, changes, isReversed] of turns) {
          rows = rows.map((row) => (row.row === changes ? { ...row, username: 'quiet' } : row))
          if (isReversed) rows = rows.toReversed()
          for (const only of [undefined, { kind: 'status', status: 'failed' } as const])
            expect(filtered(rows, words, only)).toEqual(createFilter()(rows, words, only))
        }
      }),
    )
  })
})
