import type { RememberedLayout } from './remembered-layout.ts'

/** How many files' worth is remembered; the one chosen longest ago goes first. */
export const mostLayouts = 40

/** The latest first; an older one with the same headings goes. */
export function rememberLayout(
  known: readonly RememberedLayout[],
  layout: RememberedLayout,
): readonly RememberedLayout[] {
  const key = JSON.stringify(layout.headings)
  return [layout, ...known.filter(({ headings }) => JSON.stringify(headings) !== key)].slice(0, mostLayouts)
}
