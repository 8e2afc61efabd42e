import { text } from '../text/index.ts'
import { accountsIn, type ColumnContent } from './column-content.ts'
import { type HeadingMeaning, speaksOfNewer } from './heading.ts'
import type { ColumnRole } from './layout.ts'
import { isSameCell } from './same-cell.ts'

/** A column as far as it tells what it is: by its heading, and by its cells. */
export type Seen = {
  readonly place: number
  /** As it stands in the header; empty where there is none. */
  readonly name: string
  readonly heading: HeadingMeaning | undefined
  /** Whether the heading speaks of somebody or something else than the phone and its account. */
  readonly isOfOthers: boolean
  readonly content: ColumnContent
}

/** The column that is probably the role's, and why that is not certain, a sentence each. */
export type Proposed = { readonly place: number | undefined; readonly doubts: readonly string[] }

type Needed = 'username' | 'hardwareId'
type Rows = readonly (readonly string[])[]

/**
 * Chooses the column of the accounts or of the devices. `rows`: those below the header. `isUnnamed`: whether a
 * column has no name in the header, or the header's names may be over other columns than their own.
 */
export function proposeColumn(
  role: Needed,
  seen: readonly Seen[],
  rows: Rows,
  isUnnamed: (column: Seen) => boolean,
): Proposed {
  const plainest = hasOwnNames(seen) ? 5 : 4
  const plainness = (column: Seen): number => Math.min(weightFor(role, column), plainest)
  const candidates = seen
    .map((column) => ({ ...column, score: scoreOf(role, column, plainness(column)) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || one.place - other.place)
  const [best] = candidates
  if (!best) return { place: undefined, doubts: [] }
  const words = text.check.layout
  const name = nameOf(best)
  const doubts: string[] = []
  if (hasHeader(seen) && holds(role, best) > 0) {
    if (best.isOfOthers) doubts.push(words.headingOfOthers({ role, name }))
    else if (weightFor(role, best) < 2) doubts.push(words.headingUnknown({ role, name }))
  }
  // Also a column that mostly holds the other role: without a header, rows that are the other way round say as much.
  const rivals = seen.filter(
    (other) =>
      other.place !== best.place &&
      isHolder(role, other) &&
      (isRival(best, other, plainness) || (isUnexplained(role, other) && isUnnamed(other))) &&
      !isSame(rows, best.place, other.place),
  )
  if (rivals.length > 0) doubts.push(words.several({ role, names: [best, ...rivals].map(nameOf) }))
  const contrary = seen.find((other) => other.place !== best.place && isContrary(role, best, other))
  if (contrary) doubts.push(words.headingContradicted({ role, named: nameOf(contrary), chosen: name }))
  return { place: best.place, doubts }
}

/** Chooses the column of the regions, by its heading; where there is no header, by its cells. */
export function proposeRegion(seen: readonly Seen[]): Proposed {
  const isNamed = hasHeader(seen)
  const [best, second] = isNamed
    ? seen
        .filter((column) => weightFor('region', column) > 0)
        .toSorted((one, other) => weightFor('region', other) - weightFor('region', one))
    : seen.filter(({ content }) => content.region > 0)
  if (!best) return { place: undefined, doubts: [] }
  const words = text.check.layout
  if (!mayBeRegions(best))
    return { place: undefined, doubts: isNamed ? [words.notRegions({ name: nameOf(best) })] : [] }
  const isOpen =
    isNamed && second && weightFor('region', second) === weightFor('region', best) && mayBeRegions(second)
  return {
    place: best.place,
    doubts: isOpen ? [words.several({ role: 'region', names: [nameOf(best), nameOf(second)] })] : [],
  }
}

/** Whether no more than half of what a column holds is something else. */
const mayBeRegions = ({ content: { filled, region } }: Seen): boolean => region * 2 >= filled

/** How plainly a heading says the role: from 1 to 5, 0 where it does not. */
export const weightFor = (role: ColumnRole, { heading }: Seen): number =>
  heading?.role === role ? heading.weight : 0

export const nameOf = ({ name, place }: Seen): string => name || text.check.layout.columnNumber(place + 1)

const hasHeader = (seen: readonly Seen[]): boolean => seen.some(({ name }) => name !== '')

/**
 * Whether the header has the program's own names for both. `Username` alone is also what many other programs call the
 * account of whoever uses a device, beside the UPN of the phone.
 */
const hasOwnNames = (seen: readonly Seen[]): boolean =>
  (['username', 'hardwareId'] as const).every((role) => seen.some((column) => weightFor(role, column) === 5))

/** How much speaks for a column; 0: nothing does. `weight`: how plainly its heading says the role. */
function scoreOf(role: Needed, column: Seen, weight: number): number {
  const { content, heading, isOfOthers } = column
  const { filled } = content
  const byName = weight * (heading?.isExact ? 20 : 15) - (isOfOthers ? 40 : 0)
  // A column that is named so is taken where no other one could be, and its cells have their errors told.
  const least = weight > 0 ? 1 : 0
  if (filled === 0) return Math.max(least, byName - 60)
  const held = holds(role, column)
  const wrong = content.guid + (role === 'username' ? content.device : accountsIn(content))
  if (wrong * 2 > filled) return weightFor(role, column) === 5 ? 1 : 0
  if (held === 0) return Math.max(least, byName - 60)
  // Where nothing else tells them apart, an account that does not look like a person's is likelier a phone's.
  const people = role === 'username' ? (10 * content.person) / filled : 0
  return Math.max(1, byName + 20 + (50 * held) / filled - people)
}

/** How many cells look like the role. */
const holds = (role: Needed, { content }: Seen): number =>
  role === 'username' ? accountsIn(content) : content.device

/** Whether some of a column's cells look like the role, and not just one by chance. */
function isHolder(role: Needed, column: Seen): boolean {
  const held = holds(role, column)
  return held > 0 && held * 10 >= column.content.filled
}

/** Whether no heading says why a column holds accounts or devices. */
const isUnexplained = (role: Needed, column: Seen): boolean =>
  weightFor(role, column) === 0 && !column.isOfOthers

/** Whether a column could as well be the one by its heading, so that somebody has to say which is. */
function isRival(best: Seen, other: Seen, plainness: (column: Seen) => number): boolean {
  if (best.isOfOthers) return true
  const weight = plainness(best)
  const otherWeight = plainness(other)
  // `MAC` is the device before where `New MAC` is the device.
  if (!other.isOfOthers && speaksOfNewer(other.name) && !speaksOfNewer(best.name)) return true
  // Its own name says it, and so does a name that can hardly be anything else.
  if (weight >= 4 && best.heading?.isExact) return otherWeight === weight && !other.isOfOthers
  if (weight === 4) return otherWeight >= 3 && !other.isOfOthers
  if (weight === 3 && best.heading?.isExact) return otherWeight >= 2 && !other.isOfOthers
  return true
}

/** Whether a column's name says more plainly that it is the one, although its cells are no such. */
function isContrary(role: Needed, best: Seen, other: Seen): boolean {
  const weight = weightFor(role, other)
  if (!other.heading?.isExact || other.isOfOthers || holds(role, other) > 0) return false
  if (weight > weightFor(role, best)) return true
  // A name that often is something else counts only against one that says it in some of its words.
  return weight > 0 && !best.heading?.isExact && other.content.guid > 0 && role === 'hardwareId'
}

/**
 * Whether the column that is chosen says the same as another one in every row. Then it doesn't matter which one is used,
 * unless the chosen one has SIP addresses: those need a fix in every row.
 */
const isSame = (rows: Rows, chosen: number, other: number): boolean =>
  rows.every((record) => {
    const cell = record[chosen] ?? ''
    return isSameCell(cell, record[other] ?? '') && !/^sips?:/i.test(cell)
  })

/**
 * Says that there is a second table beside the one that is proposed: an account and a device of its own, both on the same
 * side of it, and both named so or behind a blank column. Its phones would not be read. `username`, `hardwareId`: the
 * proposed places.
 */
export function besides(
  seen: readonly Seen[],
  rows: Rows,
  { username, hardwareId }: { readonly [Role in Needed]: number },
): readonly string[] {
  const own = { username, hardwareId }
  const [first, last] = [Math.min(username, hardwareId), Math.max(username, hardwareId)]
  const gaps = seen.flatMap(({ place, name, content }) =>
    name === '' && content.filled === 0 ? [place] : [],
  )
  const isApart = (place: number): boolean =>
    gaps.some((gap) => (place < gap && gap < first) || (last < gap && gap < place))
  const others = (role: Needed, isThere: (place: number) => boolean): readonly Seen[] =>
    seen.filter(
      (other) =>
        isThere(other.place) &&
        isHolder(role, other) &&
        (weightFor(role, other) >= 2 || isApart(other.place)) &&
        !other.isOfOthers &&
        !isSame(rows, own[role], other.place),
    )
  const isBefore = (place: number): boolean => place < first
  const isBehind = (place: number): boolean => place > last
  for (const isThere of [isBefore, isBehind]) {
    const found = { username: others('username', isThere), hardwareId: others('hardwareId', isThere) }
    if (found.username.length > 0 && found.hardwareId.length > 0)
      return (['username', 'hardwareId'] as const).map((role) => {
        const names = [...seen.filter(({ place }) => place === own[role]), ...found[role]].map(nameOf)
        return text.check.layout.several({ role, names })
      })
  }
  return []
}
