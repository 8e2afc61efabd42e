import { describe, expect, test } from 'vitest'
import { isThere, tableRows, testsIn } from './support/named-tests.ts'

describe('the tables of what happens when something goes wrong', () => {
  const rows = tableRows('docs/faults.md').filter(
    ({ length, 0: first = '' }) => length === 4 && first !== 'what happens' && first !== '---',
  )

  test('say of each fault what the app does, what you see, and what holds it', () => {
    expect(rows.length).toBeGreaterThan(20)
    for (const [what = '', does, see, held = ''] of rows) {
      expect([does, see], what).not.toContain('')
      expect(testsIn(held), what).not.toEqual([])
    }
  })

  test.each(rows.flatMap(([, , , held = '']) => testsIn(held)))('name a test of $file: $title', (named) => {
    expect(isThere(named)).toBe(true)
  })
})
