import { EventEmitter } from 'node:events'
import type { BrowserWindow, MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { offerContextMenu } from '../../../src/main/window/context-menu.ts'

const all = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true }

/** What a click with the right button on something of a page offers: each item by its role, if it can be chosen. */
function offered(params: object): readonly (string | undefined)[] {
  const webContents = new EventEmitter()
  const shown: MenuItemConstructorOptions[] = []
  const window = { webContents } as unknown as BrowserWindow
  offerContextMenu(window, {
    buildFromTemplate: (template) =>
      ({
        popup(options: object) {
          expect(options).toEqual({ window })
          shown.push(...(template as MenuItemConstructorOptions[]))
        },
      }) as never,
  })
  webContents.emit('context-menu', {}, { isEditable: false, selectionText: '', editFlags: all, ...params })
  return shown.flatMap(({ role, type, enabled }) => (enabled === false ? [] : [role ?? type]))
}

describe('a click with the right button', () => {
  test('in a field offers all that edits, as far as it can be done', () => {
    expect(offered({ isEditable: true })).toEqual(['cut', 'copy', 'paste', 'separator', 'selectAll'])
    const editFlags = { ...all, canCut: false, canCopy: false }
    expect(offered({ isEditable: true, editFlags })).toEqual(['paste', 'separator', 'selectAll'])
  })

  test('on selected text offers to copy it', () => {
    expect(offered({ selectionText: 'AADSTS50076' })).toEqual(['copy'])
  })

  test('on anything else offers nothing', () => {
    expect(offered({ selectionText: ' ' })).toEqual([])
  })
})
