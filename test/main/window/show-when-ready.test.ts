import { EventEmitter } from 'node:events'
import { describe, expect, test } from 'vitest'
import { type HiddenWindow, showAfterMs, showWhenReady } from '../../../src/main/window/show-when-ready.ts'

function hidden() {
  const did: string[] = []
  let destroyed = false
  let wake = (): void => undefined
  const window = Object.assign(new EventEmitter(), {
    show: () => did.push('show'),
    maximize: () => did.push('maximize'),
    isDestroyed: () => destroyed,
  })
  showWhenReady(window as unknown as HiddenWindow, {
    maximised: true,
    late: () => did.push('late'),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        expect(ms).toBe(showAfterMs)
        wake = resolve
        signal.addEventListener('abort', () => resolve())
      }),
  })
  return {
    did,
    ready: () => window.emit('ready-to-show'),
    async timeIsUp() {
      wake()
      await Promise.resolve()
      await Promise.resolve()
    },
    close() {
      destroyed = true
      window.emit('closed')
    },
  }
}

describe('a window', () => {
  test('is shown with its first picture, once', async () => {
    const { did, ready, timeIsUp } = hidden()
    expect(did).toEqual([])
    ready()
    await timeIsUp()
    expect(did).toEqual(['maximize', 'show'])
  })

  test('whose first picture does not come is shown all the same, and that is told', async () => {
    const { did, ready, timeIsUp } = hidden()
    await timeIsUp()
    expect(did).toEqual(['late', 'maximize', 'show'])
    ready()
    expect(did).toHaveLength(3)
  })

  test('that is closed before stays closed', async () => {
    const { did, close, timeIsUp } = hidden()
    close()
    await timeIsUp()
    expect(did).toEqual([])
  })
})
