import { test } from 'vitest'
import { proveMovedCells } from '../support/prove-moved-cells.ts'

test('20,000 lists of which one row lost the quoting of a cell, lost a cell or got one give no phone another account', () => {
  proveMovedCells(20_000)
})
