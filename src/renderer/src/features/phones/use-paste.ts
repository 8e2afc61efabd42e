import { useEffect } from 'react'
import { type AppStores, tell } from '../../stores/app-stores.ts'
import { openCells } from '../../stores/list-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { cellsFrom } from './clipboard-cells.ts'

/** Takes cells that are pasted anywhere on the page but into a text field. */
export function usePaste(): void {
  const stores = useStores()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isTextField(event.target) || stores.view.getState().dialog) return
      if (!event.clipboardData) return
      event.preventDefault()
      openPasted(stores, event.clipboardData)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [stores])
}

/** Makes a list of what is in the clipboard, or adds it to the open one; says why where that cannot be. */
export function openPasted(stores: AppStores, clipboard: DataTransfer): void {
  const cells = cellsFrom(clipboard)
  if (cells.ok) openCells(stores, cells.value, 'paste')
  else tell(stores, 'list', 'error', cells.failure)
}

const isTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null
