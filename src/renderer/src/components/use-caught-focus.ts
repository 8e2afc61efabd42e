import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Marks where the focus goes first in a part whose content changes. */
export const caughtFocus = { 'data-caught-focus': '' } as const

const focusable = 'button:not([tabindex="-1"]), input, a[href], [tabindex="0"]'

/**
 * If a change of `phase` removes the focused element, the focus stays in the part: on the element marked with `caughtFocus`,
 * otherwise on the first control; if the part is empty, on the page. Otherwise a screen reader would start again at the top.
 */
export function useCaughtFocus(part: RefObject<HTMLElement | null>, phase: string): void {
  const had = useRef(false)
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent): void => {
      had.current = target instanceof Node && part.current?.contains(target) === true
    }
    document.addEventListener('focusin', onFocusIn)
    return () => document.removeEventListener('focusin', onFocusIn)
  }, [part])
  const last = useRef(phase)
  useLayoutEffect(() => {
    if (last.current === phase) return
    last.current = phase
    const here = document.activeElement
    if (!had.current || (here !== null && here !== document.body)) return
    const next =
      part.current?.querySelector<HTMLElement>('[data-caught-focus]') ??
      part.current?.querySelector<HTMLElement>(focusable) ??
      document.querySelector<HTMLElement>('main')
    next?.focus()
  })
}
