import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { filterId, focusOn, goToLandmark, helpSearchId } from '../../components/landmarks.ts'
import { underWay } from '../../model/session/under-way.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { cancelSignIn } from '../session/session-actions.ts'

/** The window's shortcuts; tooltips name them where they belong. None works under a dialog. */
export function useShortcuts(): void {
  const stores = useStores()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || stores.view.getState().dialog) return
      if (act(stores, event)) event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [stores])
}

/** What most keys do is loaded after the first page, as the pages that it is about are. */
const load = {
  edit: () => import('../../stores/edit-actions.ts'),
  list: () => import('../../stores/list-actions.ts'),
  selection: () => import('../../stores/selection-actions.ts'),
  run: () => import('../run/run-actions.ts'),
}

function act(stores: AppStores, event: KeyboardEvent): boolean {
  if (event.key === 'F6') {
    goToLandmark(event.shiftKey ? -1 : 1)
    return true
  }
  if (event.key === 'F1') {
    stores.view.setState({ page: 'help' })
    return true
  }
  if (event.key === 'Escape' && !hasOwnEscape(event.target) && underWay(stores.session.getState().session)) {
    void cancelSignIn(stores)
    return true
  }
  const { page, selection } = stores.view.getState()
  if (event.key === 'Escape' && !hasOwnEscape(event.target) && page === 'phones' && selection.rows.size > 0) {
    void load.selection().then(({ clearSelection }) => clearSelection(stores))
    return true
  }
  if (event.key === '?' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
    stores.view.setState({ dialog: 'shortcuts' })
    return true
  }
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return false
  if (event.shiftKey) {
    if (event.key.toLowerCase() !== 'z' || isTyping(event.target)) return false
    void load.edit().then(({ redo }) => redo(stores))
    return true
  }
  switch (event.key.toLowerCase()) {
    case 's':
      void load.list().then(({ saveList }) => saveList(stores))
      return true
    case 'y':
      if (isTyping(event.target)) return false
      void load.edit().then(({ redo }) => redo(stores))
      return true
    case 'o':
      void load.list().then(({ browse }) => browse(stores))
      return true
    case 'f':
      if (page === 'help') {
        focusOn(helpSearchId)
        return true
      }
      flushSync(() => stores.view.setState({ page: 'phones' }))
      focusOn(filterId)
      return true
    case 'e':
      void load.run().then(({ exportRun }) => exportRun(stores, 'results'))
      return true
    case 'z':
      // In a text field the shortcut belongs to the text.
      if (isTyping(event.target)) return false
      void load.edit().then(({ undo }) => undo(stores))
      return true
    default:
      return false
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

/** A text field or a menu takes the key for itself. */
const hasOwnEscape = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  (target instanceof Element && target.closest('[role="menu"]') !== null)
