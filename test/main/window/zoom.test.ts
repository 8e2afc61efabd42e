import { EventEmitter } from 'node:events'
import { describe, expect, test, vi } from 'vitest'
import { followZoom, type ZoomedPage } from '../../../src/main/window/zoom.ts'

function page(kept = 1) {
  const factors: number[] = []
  const contents = Object.assign(new EventEmitter(), {
    setZoomFactor: (factor: number) => factors.push(factor),
  })
  let zoom = kept
  followZoom(contents as unknown as ZoomedPage, {
    zoom: () => zoom,
    rememberZoom(factor) {
      zoom = factor
    },
  })
  return {
    factors,
    kept: () => zoom,
    load: () => contents.emit('dom-ready'),
    wheel: (direction: 'in' | 'out') => contents.emit('zoom-changed', {}, direction),
    /** Whether the page was spared the key. */
    press(key: string, held: object = { control: true }) {
      const preventDefault = vi.fn()
      const input = { type: 'keyDown', key, control: false, meta: false, alt: false, ...held }
      contents.emit('before-input-event', { preventDefault }, input)
      return preventDefault.mock.calls.length > 0
    },
  }
}

describe('the page is zoomed', () => {
  test('by Ctrl with plus, minus and zero, or Command on macOS, and keeps it', () => {
    const { press, factors, kept } = page()
    for (const key of ['+', '=', '-', '0']) expect(press(key)).toBe(true)
    expect(factors).toEqual([1.1, 1.25, 1.1, 1])
    expect(press('+', { meta: true })).toBe(true)
    expect(kept()).toBe(1.1)
  })

  test('by the wheel', () => {
    const { wheel, factors } = page()
    wheel('in')
    wheel('out')
    expect(factors).toEqual([1.1, 1])
  })

  test('as it was, whenever it is loaded', () => {
    const { load, factors } = page(1.5)
    load()
    load()
    expect(factors).toEqual([1.5, 1.5])
  })

  test('within limits', () => {
    const { wheel, kept } = page()
    for (let time = 0; time < 30; time++) wheel('in')
    expect(kept()).toBe(3)
    for (let time = 0; time < 30; time++) wheel('out')
    expect(kept()).toBe(0.5)
  })

  test('by no other key', () => {
    const { press, factors } = page()
    expect(press('+', {})).toBe(false)
    expect(press('+', { control: true, alt: true })).toBe(false)
    expect(press('+', { control: true, type: 'keyUp' })).toBe(false)
    expect(press('a')).toBe(false)
    expect(factors).toEqual([])
  })
})
