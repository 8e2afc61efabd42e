import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { withholdDeveloperTools } from '../../../src/main/window/developer-tools.ts'
import { createWindow } from '../../../src/main/window/window.ts'

const opened = vi.hoisted(() => ({
  options: {} as { webPreferences?: object },
  toggled: 0,
  emit: (_key: string) => {},
}))

vi.mock('electron', () => ({
  BrowserWindow: class {
    readonly webContents = Object.assign(new EventEmitter(), { toggleDevTools: () => opened.toggled++ })

    constructor(options: object) {
      opened.options = options
      opened.emit = (key) => {
        for (const type of ['keyDown', 'keyUp'])
          this.webContents.emit('before-input-event', {}, { type, key })
      }
    }
  },
}))

beforeEach(() => {
  opened.toggled = 0
})

const open = (developerTools: boolean): void =>
  void createWindow({
    preload: '/preload.cjs',
    background: '#000000',
    place: { width: 800, height: 560 },
    icon: undefined,
    developerTools,
  })

describe('a window without developer tools', () => {
  test('says so to Chromium, and F12 does nothing', () => {
    open(false)
    opened.emit('F12')

    expect(opened.options.webPreferences).toMatchObject({ devTools: false })
    expect(opened.toggled).toBe(0)
  })
})

describe('a window with developer tools', () => {
  test('shows and hides them with F12, and with no other key', () => {
    open(true)
    opened.emit('F11')
    expect(opened.toggled).toBe(0)
    opened.emit('F12')

    expect(opened.options.webPreferences).toMatchObject({ devTools: true })
    expect(opened.toggled).toBe(1)
  })
})

test('what would let a debugger in from outside is taken off the command line', () => {
  const removed: string[] = []
  withholdDeveloperTools({ commandLine: { removeSwitch: (name) => removed.push(name) } })

  expect(removed).toEqual(['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address'])
})
