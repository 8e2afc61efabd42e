import { expect, test } from 'vitest'
import { placeOf, visiblePlace } from '../../../src/main/window/window-place.ts'

const main = { workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
const left = { workArea: { x: -1600, y: 0, width: 1600, height: 900 } }
const place = { x: 100, y: 50, width: 1300, height: 800, maximised: false }

test('the first window has the usual size, wherever the system puts it', () => {
  expect(visiblePlace(undefined, [main])).toEqual({ width: 1280, height: 820 })
})

test('a window comes back to where it was, on whatever display', () => {
  const { maximised: _, ...bounds } = place

  expect(visiblePlace(place, [main])).toEqual(bounds)
  expect(visiblePlace({ ...place, x: -1500 }, [main, left])).toEqual({ ...bounds, x: -1500 })
})

test.each([
  ['on a display that is gone', { x: -1500 }],
  ['below the display', { y: 1020 }],
  ['with its title bar above it', { y: -100 }],
  ['too far to the right to take hold of', { x: 1850 }],
])('one that would be %s keeps its size alone', (_where, moved) => {
  expect(visiblePlace({ ...place, ...moved }, [main])).toEqual({ width: 1300, height: 800 })
})

test('no window is larger than its display, nor smaller than it can be', () => {
  expect(visiblePlace({ ...place, width: 5000, height: 3000 }, [main])).toMatchObject({
    width: 1920,
    height: 1040,
  })
  expect(visiblePlace({ ...place, width: 10, height: 10, x: 0, y: 0 }, [main])).toMatchObject({
    width: 800,
    height: 560,
  })
})

test('what is remembered is the place before it was maximised', () => {
  const bounds = { x: 1, y: 2, width: 900, height: 700 }

  expect(placeOf({ getNormalBounds: () => bounds, isMaximized: () => true })).toEqual({
    ...bounds,
    maximised: true,
  })
})
