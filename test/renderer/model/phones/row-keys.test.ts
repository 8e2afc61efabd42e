import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdRow, keyAt, placesAsKeys } from '../../../../src/renderer/src/model/phones/row-keys.ts'

const rowsOf = (numbers: readonly number[]): readonly { readonly row: number }[] =>
  numbers.map((row) => ({ row }))

const placeOf = (rows: readonly { readonly row: number }[], wanted: number) => {
  const at = rows.findIndex(({ row }) => row === wanted)
  return at === -1 ? undefined : { row: wanted, at }
}

describe('the elements of rows', () => {
  test('stay in their places while the rows change theirs', () => {
    const keys = [rowsOf([2, 3, 4]), rowsOf([4, 3, 2]), rowsOf([7])].map((rows) =>
      holdRow(placesAsKeys, rows, undefined),
    )
    expect(keys.map((some) => [keyAt(some, 0), keyAt(some, 1), keyAt(some, 2)])).toEqual([
      [0, 1, 2],
      [0, 1, 2],
      [0, 1, 2],
    ])
  })

  test('differ from each other, and the current row keeps its own, however rows and the current one change', () => {
    const orders = fc
      .subarray([2, 3, 4, 5, 6, 7, 8], { minLength: 1 })
      .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }))
    const current = fc.option(fc.integer({ min: 2, max: 8 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(orders, current), { minLength: 2, maxLength: 8 }), (turns) => {
        let keys = placesAsKeys
        let before: { readonly row: number; readonly key: number } | undefined
        for (const [order, row] of turns) {
          const rows = rowsOf(order)
          keys = holdRow(keys, rows, row === undefined ? undefined : placeOf(rows, row))
          const drawn = rows.map((_, place) => keyAt(keys, place))
          expect(new Set(drawn).size).toBe(rows.length)
          // Nobody else gets the element that has the focus.
          const showsItsElement = before && rows[drawn.indexOf(before.key)]?.row
          if (before?.row === row && placeOf(rows, before?.row ?? 0)) expect(showsItsElement).toBe(row)
          else expect([before?.row, undefined]).toContain(showsItsElement)
          const place = keys.held
          before = place && { row: place.row, key: keyAt(keys, place.at) }
        }
      }),
    )
  })
})
