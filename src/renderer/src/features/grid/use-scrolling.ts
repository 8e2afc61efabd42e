import type { Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import { useView } from '../../stores/stores-context.tsx'

/**
 * Keeps the table where the operator looks: the current row in sight when it changes, the top in sight when
 * other rows are shown, the focus on the current cell while the keyboard is in the table.
 */
export function useScrolling(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
  cursorIndex: number,
): void {
  const cursor = useView((view) => view.cursor)
  const editing = useView((view) => view.editing)
  const filter = useView((view) => view.filter)
  const only = useView((view) => view.only)
  const sort = useView((view) => view.sort)
  const lastCursor = useRef(cursor)

  // A row that moves by itself, because it is sorted by its status, is not followed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useLayoutEffect(() => {
    const isNew = lastCursor.current !== cursor
    lastCursor.current = cursor
    if (!isNew) virtualizer.scrollToOffset(0)
    else if (cursorIndex >= 0) virtualizer.scrollToIndex(cursorIndex)
  }, [cursor, filter, only, sort])

  useLayoutEffect(() => {
    const grid = scroller.current
    if (!cursor || editing || !grid?.contains(document.activeElement)) return
    grid
      .querySelector<HTMLElement>(`[data-row="${cursor.row}"] [data-column="${cursor.column}"]`)
      ?.focus({ preventScroll: true })
  }, [cursor, editing, scroller])
}
