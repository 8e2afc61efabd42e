import type { BrowserWindow, ContextMenuParams, Menu, MenuItemConstructorOptions } from 'electron'
import { text } from '../../shared/text/index.ts'

/** Shows what can be done with the text under the pointer: Electron has no such menu of its own. */
export function offerContextMenu(window: BrowserWindow, menu: Pick<typeof Menu, 'buildFromTemplate'>): void {
  window.webContents.on('context-menu', (_event, params) => {
    const items = contextMenuOf(params)
    if (items.length > 0) menu.buildFromTemplate([...items]).popup({ window })
  })
}

/** In a field everything that edits; elsewhere Copy where text is selected, else nothing. */
function contextMenuOf({
  isEditable,
  selectionText,
  editFlags,
}: {
  readonly isEditable: boolean
  readonly selectionText: string
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'>
}): readonly MenuItemConstructorOptions[] {
  const { cut, copy, paste, selectAll } = text.main.contextMenu
  const copyItem = { role: 'copy', label: copy, enabled: editFlags.canCopy } as const
  if (!isEditable) return selectionText.trim() === '' ? [] : [copyItem]
  return [
    { role: 'cut', label: cut, enabled: editFlags.canCut },
    copyItem,
    { role: 'paste', label: paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: selectAll, enabled: editFlags.canSelectAll },
  ]
}
