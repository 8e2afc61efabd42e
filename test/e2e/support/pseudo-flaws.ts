import type { Page } from 'playwright-core'
import { vendorNames } from '../../../src/shared/site/vendors.ts'

/**
 * What is no word of any language: names of makers and regions, formats of files, cmdlets, protocols, and the clock, of
 * which Finnish says "klo".
 */
const codes = [
  'NOAM',
  'EMEA',
  'APAC',
  'UTC',
  'CSV',
  'xlsx',
  'Format-Table',
  'klo',
  'GUID',
  'MAC',
  'DHCP',
  'TCP',
  'UDP',
  ...Object.values(vendorNames),
]

/**
 * What is wrong with a page in accents: words without accents that are neither codes nor `known` values, texts that are
 * cut off or wider than their button, and texts that lie over each other.
 */
export const pseudoFlaws = (page: Page, known: readonly string[]): Promise<readonly string[]> =>
  page.evaluate(
    flaws,
    [...new Set([...known, ...codes])].toSorted((a, b) => b.length - a.length),
  )

/** Runs in the page. */
function flaws(known: readonly string[]): readonly string[] {
  type Piece = {
    readonly element: Element
    readonly words: string
    readonly box: DOMRect
    readonly lines: readonly DOMRect[]
  }
  const withoutKnown = (words: string): string => {
    let rest = words.replaceAll(
      /https?:\/\/\S+|\b(?:Get|Connect|New|Set|Install|Import)-\w+( -\w+)*|[\w.+-]+@[\w.-]+|\*(\.\w+)+/g,
      ' ',
    )
    for (const value of known) if (rest.includes(value)) rest = rest.replaceAll(value, ' ')
    return rest
  }
  // What is shown of a long value may be its beginning.
  const english = (words: string): string | undefined =>
    known.some((value) => value.includes(words)) ? undefined : /[A-Za-z]{3,}/.exec(withoutKnown(words))?.[0]
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  // What has been scrolled out of its part of the page lies over nothing.
  const inSight = (line: DOMRect, element: Element): DOMRect => {
    let { left, top, right, bottom } = line
    for (let part: Element | null = element; part && part !== document.body; part = part.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(part)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const edge = part.getBoundingClientRect()
      left = Math.max(left, edge.left)
      top = Math.max(top, edge.top)
      right = Math.min(right, edge.right)
      bottom = Math.min(bottom, edge.bottom)
    }
    return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top))
  }
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.textContent?.trim() ?? ''
    if (!element || words === '' || element.closest('script,style') || !isShown(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const box = range.getBoundingClientRect()
    if (box.width > 0)
      pieces.push({
        element,
        words,
        box,
        lines: [...range.getClientRects()].map((line) => inSight(line, element)),
      })
  }
  const found: string[] = []
  // Code is of no language.
  for (const { element, words } of pieces)
    if (!element.closest('code,pre') && english(words)) found.push(`English: ${words}`)
  for (const element of document.querySelectorAll(
    '[aria-label],[title],[placeholder],[alt],[aria-description]',
  ))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description']) {
      const words = element.getAttribute(name) ?? ''
      if (isShown(element) && english(words)) found.push(`English in ${name}: ${words}`)
    }
  // For the screen reader alone: a pixel, cut off on purpose.
  const isUnseen = ({ element }: Piece): boolean => {
    for (let part: Element | null = element; part; part = part.parentElement) {
      const { width, height } = part.getBoundingClientRect()
      if (width <= 1 || height <= 1 || getComputedStyle(part).clipPath !== 'none') return true
    }
    return false
  }
  const seen = pieces.filter((piece) => !isUnseen(piece) && withoutKnown(piece.words).trim() !== '')
  for (const { element, words, box } of seen) {
    if (!/\p{L}{3}/u.test(withoutKnown(words))) continue
    const control = element.closest('button, a, [role="tab"]')?.getBoundingClientRect()
    if (control && (box.left < control.left - 1.5 || box.right > control.right + 1.5))
      found.push(`Wider than its button: ${words}`)
    for (let part: Element | null = element; part && part !== document.body; part = part.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(part)
      if (/auto|scroll/.test(overflowX + overflowY)) break
      const edge = part.getBoundingClientRect()
      // Some give way on purpose: what is shortened says itself whole to whoever points at it, or in the window's title.
      if (getComputedStyle(part).textOverflow === 'ellipsis' && part.closest('[title],header')) break
      if (/hidden|clip/.test(overflowX) && (box.right > edge.right + 1.5 || box.left < edge.left - 1.5)) {
        found.push(`Cut off: ${words}`)
        break
      }
      if (/hidden|clip/.test(overflowY) && box.bottom > edge.bottom + 3) {
        found.push(`Cut off below: ${words}`)
        break
      }
    }
  }
  const hits = (element: Element, x: number, y: number): boolean => {
    const top = document.elementFromPoint(x, y)
    return !!top && (element.contains(top) || top.contains(element))
  }
  const overlap = (one: DOMRect, other: DOMRect): boolean =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 3 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4
  // A line that something covers which is not above it on purpose, as the buttons of a long question are.
  const isCovered = ({ element }: Piece, { left, right, bottom }: DOMRect): boolean => {
    const over = document.elementFromPoint((left + right) / 2, bottom - 3)
    if (!over || over.contains(element) || element.contains(over)) return false
    for (let part: Element | null = over; part && !part.contains(element); part = part.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(part).position)) return false
    return true
  }
  for (const piece of seen)
    if (piece.lines.some((line, at) => at > 0 && line.height > 0 && isCovered(piece, line)))
      found.push(`Covered: ${piece.words}`)
  // What lies wholly under something else, as under the buttons of a long question, is scrolled away.
  const isOnTop = (element: Element, { left, right, top, height }: DOMRect): boolean =>
    [left + 2, (left + right) / 2, right - 2].some((x) => hits(element, x, top + height / 2))
  const onTop = seen.map((piece) => ({
    ...piece,
    lines: piece.lines.filter((line) => line.height > 0 && isOnTop(piece.element, line)),
  }))
  for (const [at, one] of onTop.entries())
    for (const other of onTop.slice(at + 1)) {
      const part = 'p,li,td,label,button'
      const isOnePart = one.element.closest(part) && one.element.closest(part) === other.element.closest(part)
      if (!isOnePart && one.lines.some((line) => other.lines.some((near) => overlap(line, near))))
        found.push(`Overlapping: "${one.words}" and "${other.words}"`)
    }
  return [...new Set(found)]
}
