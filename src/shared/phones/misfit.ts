import type { Layout } from './layout.ts'

/** What a cell looks like, as far as that distinguishes columns. */
export type Kind = 'blank' | 'account' | 'device' | 'other'

/** The kind of cell that the other rows hold in a column; `any` if they differ. */
export type Expected = Exclude<Kind, 'blank'> | 'nothing' | 'any'

type Kinds = readonly Kind[]
/** What the other rows hold at a place. `own`: the kind of this row's cell there. */
type Expect = (place: number, own: Kind) => Expected

/** A row may have moved by so many cells. */
const mostCells = 3

/**
 * The first place at which a row doesn't fit the other rows, if it would fit them better with one to three cells removed or
 * blank ones inserted, at the latest in the last used column. Undefined if the row fits best as it is.
 */
export function firstMisfit(
  kinds: Kinds,
  layout: Layout,
  lastUsed: number,
  expected: Expect,
): number | undefined {
  const fits = fitting(kinds, expected)
  const misfits = kinds.map((_, place) => !fits(place, place))
  const first = misfits.indexOf(true)
  if (first < 0) return undefined
  const asItIs = countBehind(kinds, (place) => misfits[place] === true)
  // In a column that is blank in all other rows, an account may be right: it is no sign of an extra cell.
  const shown = countBehind(
    kinds,
    (place) => misfits[place] === true && expected(place, kinds[place] ?? 'blank') !== 'nothing',
  )
  const mayBeExtra = (from: number, cells: number): boolean =>
    kinds
      .slice(from, from + cells)
      .every((kind, index) => kind === 'blank' || kind === 'other' || at(shown, from + index) > 0)
  for (let by = 1; by <= mostCells; by++) {
    const { removed, inserted } = movedBy(kinds, fits, by)
    for (let place = 0; place <= lastUsed && place < kinds.length; place++) {
      const now = at(asItIs, place)
      const isBetter = at(removed, place + by) < now
      if (isBetter && mayBeExtra(place, by) && hasBothWithout(kinds, layout, place, by)) return first
      if (at(inserted, place) < now) return first
    }
  }
  const { removed, inserted } = movedBy(kinds, fits, 1)
  const { username, hardwareId } = layout
  return isBetterAt(username, 'account') || isBetterAt(hardwareId, 'device') ? first : undefined

  /**
   * Whether the row fits better if only a block of cells moves by one and a cell of this kind comes to `target`, the place
   * of the username or of the hardware ID. Behind the block, a blank cell is removed or inserted in turn.
   */
  function isBetterAt(target: number, kind: Kind): boolean {
    const behind = kinds.flatMap((_, place) => (place > target ? [place] : []))
    if (kinds[target - 1] === kind) {
      const blanks = behind.filter((place) => kinds[place] === 'blank')
      const rest = Math.min(...blanks.map((place) => at(asItIs, place + 1) - at(inserted, place)))
      if (kinds.some((_, from) => from < target && at(inserted, from) + rest < at(asItIs, from))) return true
    }
    if (kinds[target + 1] !== kind) return false
    const rest = Math.min(...behind.map((place) => at(asItIs, place + 1) - at(removed, place + 1)))
    return kinds.some(
      (_, from) => from <= target && mayBeExtra(from, 1) && at(removed, from + 1) + rest < at(asItIs, from),
    )
  }
}

/** Whether a row still has a username and a hardware ID if some cells are taken for extra ones and removed. */
function hasBothWithout(
  kinds: Kinds,
  { username, hardwareId }: Layout,
  from: number,
  cells: number,
): boolean {
  const kindAt = (used: number): Kind => kinds[used < from ? used : used + cells] ?? 'blank'
  return kindAt(username) !== 'blank' && kindAt(hardwareId) !== 'blank'
}

/** Whether the cell from one place fits what the other rows hold at another. */
function fitting(kinds: Kinds, expected: Expect) {
  return (from: number, place: number): boolean => {
    const kind = kinds[from] ?? 'blank'
    const wanted = expected(place, kinds[place] ?? 'blank')
    return (
      kind === 'blank' || kind === wanted || wanted === 'any' || (kind === 'other' && wanted === 'nothing')
    )
  }
}

/** The misfits from each place on, if the cells from there on moved to the left or to the right. */
function movedBy(kinds: Kinds, fits: ReturnType<typeof fitting>, by: number) {
  return {
    removed: countBehind(kinds, (place) => !fits(place, place - by)),
    inserted: countBehind(kinds, (place) => !fits(place, place + by)),
  }
}

const at = (counts: readonly number[], place: number): number => counts[place] ?? 0

/** For each place how many cells from there on are so. */
function countBehind(kinds: Kinds, isSo: (place: number) => boolean): readonly number[] {
  const behind = [...kinds.map(() => 0), 0]
  for (let place = kinds.length - 1; place >= 0; place--)
    behind[place] = (behind[place + 1] ?? 0) + Number(isSo(place))
  return behind
}
