import type { KeyboardEvent } from 'react'
import { nextIndex } from '../model/next-index.ts'

/**
 * Keeps Fluent's focus library (Tabster) away from the arrow keys: it adds elements that are hidden from screen
 * readers but take the focus.
 */
export const ownKeys = { 'data-tabster': '{}' } as const

/** Arrow keys, Home and End in a menu (WAI-ARIA Authoring Practices, "Menu and Menubar"). */
export function moveInMenu(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('[role="menuitem"], [role="menuitemcheckbox"]')]
  const here = items.findIndex((item) => item.matches(':focus'))
  const index = nextIndex(event.key, here, { count: items.length, arrows: 'up and down', wraps: true })
  if (index === undefined || index === here) return
  event.preventDefault()
  const item = items[index]
  if (item instanceof HTMLElement) item.focus()
}
