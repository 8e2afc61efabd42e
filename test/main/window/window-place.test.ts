import { expect, test } from 'vitest'
import { placeOf, putInPlace, visiblePlace } from '../../../src/main/window/window-place.ts'
import { createScreen } from '../../electron-host/electron/screen.ts'

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

test('a window on a display of another scale has the size that it had, although Windows opens it with another', () => {
  const display = (x: number, scaleFactor: number) => {
    const bounds = { x, y: 0, width: 1920, height: 1080 }
    return { bounds, workArea: bounds, scaleFactor }
  }
  const { screen, placed } = createScreen([display(0, 1.5), display(1920, 2)])
  const remembered = { x: 2000, y: 50, width: 1200, height: 700, maximised: false }
  const wanted = visiblePlace(remembered, screen.getAllDisplays())
  const opened = placed({ x: 0, y: 0, ...wanted })
  expect(opened).toMatchObject({ x: 2000, width: 1600, height: 933 })

  let now = opened
  putInPlace(
    {
      setBounds(bounds) {
        now = { ...now, ...bounds }
      },
    },
    wanted,
  )
  expect({ ...now, maximised: false }).toEqual(remembered)
})
