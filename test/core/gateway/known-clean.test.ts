import { expect, test, vi } from 'vitest'
import { rememberingClean } from '../../../src/core/gateway/known-clean.ts'

const withoutX = () => vi.fn((text: string) => text.replaceAll('x', '-'))

test('a clean text is looked at once, however often it comes', () => {
  const clean = withoutX()
  const remembering = rememberingClean(clean)
  expect([remembering('a'), remembering('a'), remembering('b'), remembering('a')]).toEqual([
    'a',
    'a',
    'b',
    'a',
  ])
  expect(clean).toHaveBeenCalledTimes(2)
})

test('a text that has something to be taken out, or is long, is looked at each time', () => {
  const clean = withoutX()
  const remembering = rememberingClean(clean)
  const long = 'a'.repeat(129)
  expect([remembering('ax'), remembering('ax'), remembering(long), remembering(long)]).toEqual([
    ...['a-', 'a-', long, long],
  ])
  expect(clean).toHaveBeenCalledTimes(4)
})

test('texts that come no more are forgotten, those that come still are not', () => {
  const clean = withoutX()
  const remembering = rememberingClean(clean)
  for (let text = 0; text < 30_000; text++) {
    remembering('often')
    remembering(`once ${text}`)
  }
  expect(clean).toHaveBeenCalledTimes(30_001)
  remembering('once 0')
  expect(clean).toHaveBeenCalledTimes(30_002)
})
