import { useEffect } from 'react'
import { flushSync } from 'react-dom'
import { filterId, focusOn, goToLandmark } from '../../components/landmarks.ts'
import { underWay } from '../../model/session/under-way.ts'
import type { AppStores } from '../../stores/app-stores.ts'
import { undo } from '../../stores/edit-actions.ts'
import { browse } from '../../stores/list-actions.ts'
import { useStores } from '../../stores/stores-context.tsx'
import { exportRun } from '../run/run-actions.ts'
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
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return false
  switch (event.key.toLowerCase()) {
    case 'o':
      void browse(stores)
      return true
    case 'f':
      flushSync(() => stores.view.setState({ page: 'phones' }))
      focusOn(filterId)
      return true
    case 'e':
      void exportRun(stores, 'results')
      return true
    case 'z':
      // In a text field the shortcut belongs to the text.
      if (event.target instanceof HTMLInputElement) return false
      undo(stores)
      return true
    default:
      return false
  }
}

/** A text field or a menu takes the key for itself. */
const hasOwnEscape = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  (target instanceof Element && target.closest('[role="menu"]') !== null)
