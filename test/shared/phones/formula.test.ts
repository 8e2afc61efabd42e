import { expect, test } from 'vitest'
import { guardFormula, withoutGuard } from '../../../src/shared/phones/formula.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['  -1', "'  -1"],
  ['\uff1d1', "'\uff1d1"],
  ['\t', "'\t"],
  ["'-a@contoso.com", "''-a@contoso.com"],
  ['ok;=1+1', "ok;'=1+1"],
  ['ok\n "=1+1"', 'ok\n "\'=1+1"'],
  ['lobby@contoso.com', 'lobby@contoso.com'],
  ['Failed; try again', 'Failed; try again'],
  ["'a", "'a"],
])('%j is exported as %j', (cell, guarded) => {
  expect(guardFormula(cell)).toBe(guarded)
})

test.each(['=1', '-a@contoso.com', "'-a@contoso.com", "''=1", 'lobby@contoso.com', "'a", ' @'])(
  '%j comes back as it was',
  (cell) => {
    expect(withoutGuard(guardFormula(cell))).toBe(cell)
  },
)
