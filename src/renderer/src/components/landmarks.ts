export const mainId = 'page'
export const tableId = 'phones-table'
export const filterId = 'phones-filter'
export const helpSearchId = 'help-search'

/** Marks what F6 goes through, in the order of the page. */
export const landmark = { 'data-landmark': '' } as const

/** The elements that Tab reaches. */
export const focusable =
  '[tabindex="0"], a[href], button:not(:disabled):not([tabindex="-1"]), input:not(:disabled), select:not(:disabled)'

/** Moves the focus to the next (or previous) part of the page. */
export function goToLandmark(direction: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-landmark]')].filter(isReachable)
  const here = parts.findLastIndex((part) => part.contains(document.activeElement))
  const start = here === -1 ? (direction === 1 ? 0 : parts.length - 1) : here + direction
  parts
    .at(start % parts.length)
    ?.querySelector<HTMLElement>(focusable)
    ?.focus()
}

const isReachable = (part: HTMLElement): boolean =>
  part.offsetParent !== null && part.querySelector(focusable) !== null

/** Puts the focus on the element with this id, if it is there. */
export function focusOn(id: string): void {
  document.getElementById(id)?.focus()
}

/** Puts the focus on what Tab would reach first in the element with this id. */
export function focusInto(id: string): void {
  document.getElementById(id)?.querySelector<HTMLElement>(focusable)?.focus()
}
