import type { KeyboardEvent } from 'react'

/**
 * Keeps Fluent's focus library (Tabster) away from the arrow keys: it adds elements that are hidden from screen
 * readers and yet take the focus.
 */
export const ownKeys = { 'data-tabster': '{}' } as const

/** Arrow keys, Home and End in a menu (WAI-ARIA Authoring Practices, "Menu and Menubar"). */
export function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('[role="menuitem"]')]
  const here = items.findIndex((item) => item.matches(':focus'))
  const index = nextIndex(event.key, here, items.length)
  if (index === here) return
  event.preventDefault()
  const item = items[index]
  if (item instanceof HTMLElement) item.focus()
}

function nextIndex(key: string, here: number, count: number): number {
  switch (key) {
    case 'ArrowDown':
      return (here + 1) % count
    case 'ArrowUp':
      return here <= 0 ? count - 1 : here - 1
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return here
  }
}
