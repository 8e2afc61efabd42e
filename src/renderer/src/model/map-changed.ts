/**
 * Maps a list again and again, but only the items that are not the same (by identity) as those in their places
 * the last time: for long lists of which little changes.
 */
export function mapChanged<Item, Mapped>(
  map: (item: Item) => Mapped,
): (items: readonly Item[]) => readonly Mapped[] {
  let lastItems: readonly Item[] = []
  let lastMapped: readonly Mapped[] = []
  return (items) => {
    lastMapped = items.map((item, index) => {
      const mapped = lastMapped[index]
      return mapped !== undefined && item === lastItems[index] ? mapped : map(item)
    })
    lastItems = items
    return lastMapped
  }
}
