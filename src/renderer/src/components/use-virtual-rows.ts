import { defaultRangeExtractor, type Range, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type RefObject, useCallback } from 'react'

export type VirtualRows = Virtualizer<HTMLElement, Element>

/**
 * Keeps only those rows of a long list in the document that are in sight or close to it. `rowHeight`: in pixels, as
 * far as it is known before a row is measured.
 */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  rows: {
    readonly count: number
    readonly rowHeight: number
    /** In pixels: what hides the first rows that are scrolled to. */
    readonly headHeight?: number
    /**
     * Needed if rows differ in height. Must stay the same function while the rows are the same: with another one, all
     * rows are placed again.
     */
    readonly keyOf?: (index: number) => string | number
    /** The index of the row that keeps the focus; -1 for none. */
    readonly current?: number
  },
): VirtualRows {
  const { count, rowHeight, headHeight = 0, keyOf = byIndex, current = -1 } = rows
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollPaddingEnd: headHeight,
    getItemKey: keyOf,
    // The row with the focus stays in the document: without it, the keyboard would lose its place.
    rangeExtractor: useCallback((range: Range) => withCurrent(range, current), [current]),
  })
}

const byIndex = (index: number): number => index

function withCurrent(range: Range, current: number): number[] {
  const indexes = defaultRangeExtractor(range)
  if (current < 0 || current >= range.count || indexes.includes(current)) return indexes
  return [...indexes, current].sort((a, b) => a - b)
}
