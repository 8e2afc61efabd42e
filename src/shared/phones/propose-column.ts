import { text } from '../text/index.ts'
import { cleanCell } from './clean.ts'
import { accountsIn, type ColumnContent } from './column-content.ts'
import type { HeadingMeaning } from './heading.ts'
import type { ColumnRole } from './layout.ts'
import { accountKey } from './username.ts'

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

/** Chooses the column of the accounts or of the devices. `rows`: those below the header. */
export function proposeColumn(
  role: Needed,
  seen: readonly Seen[],
  rows: readonly (readonly string[])[],
): Proposed {
  const candidates = seen
    .map((column) => ({ ...column, score: scoreOf(role, column) }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score || one.place - other.place)
  const [best] = candidates
  if (!best) return { place: undefined, doubts: [] }
  const words = text.check.layout
  const name = nameOf(best)
  const doubts: string[] = []
  if (hasHeader(seen) && holds(role, best) > 0) {
    if (best.isOfOthers) doubts.push(words.headingOfOthers({ role, name }))
    else if (weightFor(role, best) === 0) doubts.push(words.headingUnknown({ role, name }))
  }
  // Also a column that mostly holds the other role: without a header, rows that are the other way round say as much.
  const rivals = seen.filter(
    (other) =>
      other.place !== best.place && isRival(role, best, other) && !isSame(rows, best.place, other.place),
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

/** How much speaks for a column; 0: nothing does. */
function scoreOf(role: Needed, column: Seen): number {
  const { content, heading, isOfOthers } = column
  const { filled } = content
  const weight = weightFor(role, column)
  const byName = weight * (heading?.isExact ? 20 : 15) - (isOfOthers ? 40 : 0)
  // A column that is named so is taken where no other one could be, and its cells have their errors told.
  const least = weight > 0 ? 1 : 0
  if (filled === 0) return Math.max(least, byName - 60)
  const held = holds(role, column)
  const wrong = content.guid + (role === 'username' ? content.device : accountsIn(content))
  if (wrong * 2 > filled) return weight === 5 ? 1 : 0
  if (held === 0) return Math.max(least, byName - 60)
  // Where nothing else tells them apart, an account that does not look like a person's is likelier a phone's.
  const people = role === 'username' ? (10 * content.person) / filled : 0
  return Math.max(1, byName + 20 + (50 * held) / filled - people)
}

/** How many cells look like the role. */
const holds = (role: Needed, { content }: Seen): number =>
  role === 'username' ? accountsIn(content) : content.device

/** Whether a column could as well be the one, so that somebody has to say which is. */
function isRival(role: Needed, best: Seen, other: Seen): boolean {
  const held = holds(role, other)
  if (held === 0 || held * 10 < other.content.filled) return false
  if (best.isOfOthers) return true
  const weight = weightFor(role, best)
  const otherWeight = weightFor(role, other)
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

/** Whether two columns say the same in every row, so that it does not matter which one is taken. */
function isSame(rows: readonly (readonly string[])[], one: number, other: number): boolean {
  return rows.every(
    (record) => accountKey(cleanCell(record[one] ?? '')) === accountKey(cleanCell(record[other] ?? '')),
  )
}
