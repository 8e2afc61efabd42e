import { describe, expect, test } from 'vitest'
import { nextIndex } from '../../../src/renderer/src/model/next-index.ts'

describe('the index that a key moves to', () => {
  const rows = { count: 10, arrows: 'up and down', page: 4 } as const
  const tabs = { count: 3, arrows: 'left and right', wraps: true } as const

  test.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 7],
    ['PageUp', 5, 1],
    ['Home', 5, 0],
    ['End', 5, 9],
  ])('%s moves from row %i to row %i', (key, from, to) => {
    expect(nextIndex(key, from, rows)).toBe(to)
  })

  test.each([
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
  ])('%s stops at the end of the rows', (key, from, to) => {
    expect(nextIndex(key, from, rows)).toBe(to)
  })

  test.each([
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowRight', -1, 0],
    ['ArrowLeft', -1, 2],
  ])('%s goes round in tabs and menus, and enters at an end', (key, from, to) => {
    expect(nextIndex(key, from, tabs)).toBe(to)
  })

  test('no other key moves, nor arrows of the other direction or pages where there are none', () => {
    expect(nextIndex('a', 3, rows)).toBeUndefined()
    expect(nextIndex('ArrowRight', 3, rows)).toBeUndefined()
    expect(nextIndex('ArrowDown', 1, tabs)).toBeUndefined()
    expect(nextIndex('PageDown', 1, tabs)).toBeUndefined()
  })
})
