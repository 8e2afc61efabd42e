/**
 * Counts the items of a list by a word each, again and again, but looks only at items that are not the same (by identity) as
 * those in their places the last time: for long lists of which little changes.
 */
export function countChanged<Item, Word extends string>(
  wordOf: (item: Item) => Word,
): (items: readonly Item[]) => Readonly<Partial<Record<Word, number>>> {
  let last: readonly Item[] = []
  let counts = {} as Readonly<Partial<Record<Word, number>>>
  return (items) => {
    if (items === last) return counts
    const isSameLength = items.length === last.length
    const next = (isSameLength ? { ...counts } : {}) as Partial<Record<Word, number>>
    const add = (word: Word, by: number): void => {
      next[word] = (next[word] ?? 0) + by
    }
    for (let at = 0; at < items.length; at++) {
      const [before, item] = [isSameLength ? last[at] : undefined, items[at]]
      if (before === item || item === undefined) continue
      if (before !== undefined) add(wordOf(before), -1)
      add(wordOf(item), 1)
    }
    last = items
    counts = next
    return counts
  }
}
