import { describe, expect, test, vi } from 'vitest'
import { oneAtATime } from '../../../src/core/auth/one-at-a-time.ts'

describe('one at a time', () => {
  test('gives everybody who comes meanwhile the same outcome, and begins anew afterwards', async () => {
    const run = oneAtATime<number>()
    let finish = (_: number): void => {}
    const begin = vi.fn(
      () =>
        new Promise<number>((resolve) => {
          finish = resolve
        }),
    )
    const both = [run(undefined, begin), run(undefined, begin)]
    finish(1)
    expect(await Promise.all(both)).toEqual([1, 1])
    expect(begin).toHaveBeenCalledTimes(1)
    const next = run(undefined, begin)
    finish(2)
    expect(await next).toBe(2)
  })

  test('is stopped by any caller, and forgets their signals when it is over', async () => {
    const run = oneAtATime<string>()
    const untilStopped = (signal: AbortSignal) =>
      new Promise<string>((resolve) => {
        signal.addEventListener('abort', () => resolve('stopped'))
      })
    const second = new AbortController()
    const removed = vi.spyOn(second.signal, 'removeEventListener')
    const outcomes = [run(undefined, untilStopped), run(second.signal, untilStopped)]
    second.abort()
    expect(await Promise.all(outcomes)).toEqual(['stopped', 'stopped'])
    expect(removed).toHaveBeenCalledTimes(1)
  })

  test('does not join what is being stopped', async () => {
    const run = oneAtATime<string>()
    const stop = new AbortController()
    const first = run(stop.signal, async () => 'stopped')
    stop.abort()
    expect(await run(undefined, async () => 'anew')).toBe('anew')
    expect(await first).toBe('stopped')
  })

  test('begins anew after a rejection', async () => {
    const run = oneAtATime<string>()
    await expect(run(undefined, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await run(undefined, async () => 'yes')).toBe('yes')
  })
})
