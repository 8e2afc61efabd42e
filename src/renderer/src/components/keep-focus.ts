import { focusable } from './landmarks.ts'
import { caughtFocus } from './use-caught-focus.ts'

/** What had the focus, and the parts of the page it was in, the innermost first. */
type FocusedElement = { readonly element: HTMLElement; readonly parts: readonly HTMLElement[] }

const kept = 5
const caught = `[${Object.keys(caughtFocus).join()}]`

/**
 * Keeps the focus in the window. If the focused element disappears (a button that has done its work, a list that another
 * replaces), the focus moves to that part of the page, or back to where it was before. Otherwise keyboard and screen
 * reader would start again at the top. The returned function ends it.
 */
export function keepFocus(): () => void {
  const focused: FocusedElement[] = []
  const onFocusIn = ({ target }: FocusEvent): void => {
    // Fluent leads the focus out of the page over a hidden element, which it removes at once. Nobody was working there, so
    // nobody is brought back.
    if (!(target instanceof HTMLElement) || target.ariaHidden === 'true') return
    focused.unshift({ element: target, parts: partsAround(target) })
    focused.length = Math.min(focused.length, kept)
  }
  const observer = new MutationObserver(() => {
    const hasFocus = document.activeElement !== null && document.activeElement !== document.body
    if (hasFocus || focused[0] === undefined || focused[0].element.isConnected) return
    rescue(focused)
  })
  document.addEventListener('focusin', onFocusIn)
  observer.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', onFocusIn)
    observer.disconnect()
  }
}

function partsAround(element: HTMLElement): readonly HTMLElement[] {
  const parts: HTMLElement[] = []
  let part = element.closest<HTMLElement>('[data-landmark], main')
  while (part) {
    parts.push(part)
    part = part.parentElement?.closest<HTMLElement>('[data-landmark], main') ?? null
  }
  return parts
}

function rescue(focused: readonly FocusedElement[]): void {
  for (const { element, parts } of focused) {
    if (takesFocus(element)) return
    const part = parts.find(({ isConnected }) => isConnected)
    const next = part?.querySelector<HTMLElement>(caught) ?? part?.querySelector<HTMLElement>(focusable)
    if (next && takesFocus(next)) return
  }
  document.querySelector<HTMLElement>('main')?.focus()
}

function takesFocus(element: HTMLElement): boolean {
  element.focus()
  return document.activeElement === element
}
