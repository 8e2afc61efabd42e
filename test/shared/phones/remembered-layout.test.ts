import { expect, test } from 'vitest'
import type { Grid } from '../../../src/shared/phones/grid.ts'
import { mostLayouts, rememberLayout } from '../../../src/shared/phones/remember-layout.ts'
import { layoutToRemember, recallLayout } from '../../../src/shared/phones/remembered-layout.ts'

const gridOf = (...records: readonly (readonly string[])[]): Grid => ({
  name: 'phones.csv',
  sheet: undefined,
  firstRow: 1,
  issues: [],
  records,
})
const phone = ['a@contoso.com', '00-04-F2-81-24-B3', '']
const choice = (headerRow: number | undefined) => ({
  sheet: undefined,
  headerRow,
  columns: { username: 0, hardwareId: 1, port: undefined, region: undefined },
})

test('what was chosen for some headings counts wherever they stand, without regard to blanks around them', () => {
  const layout = layoutToRemember(gridOf(['Mail', ' Device ', ''], phone), choice(1))
  expect(layout).toEqual({ headings: ['Mail', 'Device'], columns: { username: 0, hardwareId: 1 } })
  const known = layout ? [layout] : []
  expect(recallLayout(gridOf(['Title'], [], ['Mail', 'Device', '', ''], phone), known)).toEqual(choice(3))
  expect(recallLayout(gridOf(['Device', 'Mail'], phone), known)).toBeUndefined()
  expect(recallLayout(gridOf(['Mail', 'Device', 'Owner'], phone), known)).toBeUndefined()
})

test.each([
  ['has no header', choice(undefined), gridOf(phone)],
  ['names a single column', choice(1), gridOf(['Mail', ''], phone)],
  ['has a heading that is as long as a text', choice(1), gridOf(['Mail', 'x'.repeat(300)], phone)],
  ['has hundreds of columns', choice(1), gridOf(Array.from({ length: 200 }, (_, at) => `Column ${at}`))],
])('nothing is remembered of a file that %s', (_, chosen, grid) => {
  expect(layoutToRemember(grid, chosen)).toBeUndefined()
})

test('a later choice for the same headings replaces the one before, and the oldest are forgotten', () => {
  const of = (username: number, ...headings: readonly string[]) => ({ headings, columns: { username } })
  let known = rememberLayout([], of(0, 'A', 'B'))
  known = rememberLayout(known, of(1, 'A', 'B'))
  expect(known).toEqual([of(1, 'A', 'B')])
  for (let number = 0; number < mostLayouts; number++) known = rememberLayout(known, of(0, `C${number}`, 'D'))
  expect(known).toHaveLength(mostLayouts)
  expect(known.at(-1)).toEqual(of(0, 'C0', 'D'))
})
