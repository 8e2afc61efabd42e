import { changedPlaces, sayChanged } from './changed-places.ts'

/**
 * Maps a list again and again, but only the items that are not the same (by identity) as those in their places
 * the last time: for long lists of which little changes.
 */
export function mapChanged<Item extends object, Mapped>(
  map: (item: Item) => Mapped,
): (items: readonly Item[]) => readonly Mapped[] {
  let lastItems: readonly Item[] = []
  let lastMapped: readonly Mapped[] = []
  return (items) => {
    const mapped = lastMapped.slice(0, items.length)
    const places = changedPlaces(lastItems, items)
    for (const at of places) {
      const item = items[at]
      if (item) mapped[at] = map(item)
    }
    sayChanged(lastMapped, mapped, places)
    lastItems = items
    lastMapped = mapped
    return mapped
  }
}
