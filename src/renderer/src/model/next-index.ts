/** Items that keys go through one after the other. */
export type Line = {
  readonly count: number
  /** Which arrow keys move along it. */
  readonly arrows: 'up and down' | 'left and right'
  /** How many items Page Up and Page Down move by; without it these keys do nothing. */
  readonly page?: number
  /** Whether the first item follows the last; otherwise the arrow keys stop there. */
  readonly wraps?: boolean
}

/**
 * The index that a key moves to from `current` (-1: from before the first item); undefined for keys that do not move.
 * The keys are those of the WAI-ARIA Authoring Practices for tabs, menus and grids.
 */
export function nextIndex(
  key: string,
  current: number,
  { count, arrows, page, wraps }: Line,
): number | undefined {
  const last = count - 1
  const [back, forward] = arrows === 'up and down' ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight']
  if (key === back) return current > 0 ? current - 1 : wraps ? last : 0
  if (key === forward) return current < last ? current + 1 : wraps ? 0 : last
  if (key === 'Home') return 0
  if (key === 'End') return last
  if (key === 'PageUp' && page !== undefined) return Math.max(0, current - page)
  if (key === 'PageDown' && page !== undefined) return Math.min(last, current + page)
  return undefined
}
