import { expect, test, vi } from 'vitest'
import { type Closable, guardClosing } from '../../../src/main/window/closing.ts'

function closing(answers: readonly boolean[], watched = true) {
  let close: ((event: { preventDefault(): void }) => void) | undefined
  const left = [...answers]
  const acts: string[] = []
  const window: Closable = {
    on(_event, listener) {
      close = listener
    },
    hide: () => acts.push('hide'),
    destroy: () => acts.push('destroy'),
  }
  const run = {
    mustAsk: () => watched,
    ask: vi.fn(async () => left.shift() ?? false),
    stop: vi.fn(async () => {
      acts.push('stop')
    }),
  }
  guardClosing(window, run)
  return {
    run,
    acts,
    /** Answers whether the window was allowed to close at once. */
    click(): boolean {
      const preventDefault = vi.fn()
      close?.({ preventDefault })
      return preventDefault.mock.calls.length === 0
    },
  }
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('a window without a watched run closes unasked', () => {
  const { click, run } = closing([], false)

  expect(click()).toBe(true)
  expect(run.ask).not.toHaveBeenCalled()
})

test('who wants to keep watching keeps the window', async () => {
  const { click, acts } = closing([false])

  expect(click()).toBe(false)
  await settled()
  expect(acts).toEqual([])
})

test('who closes all the same: watching ends before the window does', async () => {
  const { click, acts } = closing([true])

  expect(click()).toBe(false)
  await settled()
  expect(acts).toEqual(['hide', 'stop', 'destroy'])
})

test('impatient clicks ask once', async () => {
  const { click, run } = closing([false])
  click()
  click()
  await settled()

  expect(run.ask).toHaveBeenCalledOnce()
})

test('after keeping the window one is asked again', async () => {
  const { click, acts } = closing([false, true])
  click()
  await settled()
  click()
  await settled()

  expect(acts).toContain('destroy')
})
