import { changedPlaces } from './changed-places.ts'

/**
 * Counts the items of a list by a word each, repeatedly, but looks only at items that differ (by identity) from those
 * at the same place last time. For long lists with few changes.
 */
export function countChanged<Item extends object, Word extends string>(
  wordOf: (item: Item) => Word,
): (items: readonly Item[]) => Readonly<Partial<Record<Word, number>>> {
  let last: readonly Item[] = []
  let counts = {} as Readonly<Partial<Record<Word, number>>>
  return (items) => {
    if (items === last) return counts
    const changed = items.length === last.length ? changedPlaces(last, items) : undefined
    // Where half of them are others, as in another list, to count all is less work.
    const places = changed && changed.length < items.length / 2 ? changed : undefined
    const next = (places ? { ...counts } : {}) as Partial<Record<Word, number>>
    const add = (item: Item | undefined, by: number): void => {
      if (!item) return
      const word = wordOf(item)
      next[word] = (next[word] ?? 0) + by
    }
    if (!places) for (const item of items) add(item, 1)
    for (const at of places ?? []) {
      add(last[at], -1)
      add(items[at], 1)
    }
    last = items
    // As if counted anew: a word that no item has any more is not there.
    counts = Object.fromEntries(Object.entries(next).filter(([, count]) => count !== 0)) as typeof next
    return counts
  }
}
