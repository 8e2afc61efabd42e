import { describe, expect, test } from 'vitest'
import { desktopOf, focusWindow } from '../../../src/main/window/desktop.ts'
import { HostNotification } from '../../electron-host/electron/system.ts'

/** What is seen of a notice where notifications may be shown, or not, and the window has the focus, or not. */
function seenOf({ notifies = true, isFocused = false }): readonly unknown[] {
  const before = HostNotification.shown.length
  const flashes: boolean[] = []
  const window = {
    isDestroyed: () => false,
    isFocused: () => isFocused,
    flashFrame: (flag: boolean) => void flashes.push(flag),
  }
  class Watched extends HostNotification {
    static override isSupported(): boolean {
      // On Windows the question alone has Electron write into the registry.
      if (!notifies) throw new Error('Asked for notifications')
      return HostNotification.isSupported()
    }
  }
  desktopOf(window as never, {
    notification: Watched as never,
    powerSaveBlocker: { start: () => 1, stop: () => true },
    notifies,
  }).notify({ title: 'Done', body: '300 phones' })
  return [...HostNotification.shown.slice(before), ...flashes]
}

describe('what there is to tell', () => {
  test('is a notification', () => {
    expect(seenOf({})).toEqual([{ title: 'Done', body: '300 phones' }])
  })

  test('is the flashing button of a window that is not in front, where a notification would leave something behind', () => {
    expect(seenOf({ notifies: false })).toEqual([true])
    expect(seenOf({ notifies: false, isFocused: true })).toEqual([])
  })
})

test('a minimised window is restored before it comes to the front, so that its question is seen', () => {
  const did: string[] = []
  focusWindow({
    isDestroyed: () => false,
    isMinimized: () => true,
    restore: () => void did.push('restore'),
    show: () => void did.push('show'),
    focus: () => void did.push('focus'),
  })
  expect(did).toEqual(['restore', 'show', 'focus'])
})
