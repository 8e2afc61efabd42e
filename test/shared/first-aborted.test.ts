import { getEventListeners } from 'node:events'
import { expect, test } from 'vitest'
import { firstAborted } from '../../src/shared/first-aborted.ts'

const listenersOf = (...of: readonly AbortController[]): readonly number[] =>
  of.map(({ signal }) => getEventListeners(signal, 'abort').length)

test('is aborted by the first of its signals, for that one’s reason, and lets go of all', () => {
  const [one, other] = [new AbortController(), new AbortController()]
  const { signal } = firstAborted(one.signal, other.signal)
  expect(signal.aborted).toBe(false)

  other.abort('time is up')
  one.abort('stopped')
  expect(signal.aborted).toBe(true)
  expect(signal.reason).toBe('time is up')
  expect(listenersOf(one, other)).toEqual([0, 0])
})

test('is aborted from the beginning where one of them is, and hangs on none', () => {
  const [one, other] = [new AbortController(), new AbortController()]
  other.abort('before')
  const { signal } = firstAborted(one.signal, other.signal)

  expect(signal.reason).toBe('before')
  expect(listenersOf(one, other)).toEqual([0, 0])
})

test('hangs on each until it is released, and then hears nothing more', () => {
  const [one, other] = [new AbortController(), new AbortController()]
  const { signal, release } = firstAborted(one.signal, other.signal)
  expect(listenersOf(one, other)).toEqual([1, 1])

  release()
  one.abort()
  expect(signal.aborted).toBe(false)
  expect(listenersOf(one, other)).toEqual([0, 0])
})
