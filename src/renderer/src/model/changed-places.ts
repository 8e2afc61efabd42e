/**
 * Where a list has other items (by identity) than before, in its order; the places of all that are new at its end, too. A
 * plain loop: it goes over each phone of a run, for each event.
 */
export function changedPlaces<Item>(before: readonly Item[], now: readonly Item[]): readonly number[] {
  const places: number[] = []
  const both = Math.min(before.length, now.length)
  for (let at = 0; at < both; at++) if (before[at] !== now[at]) places.push(at)
  for (let at = both; at < now.length; at++) places.push(at)
  return places
}
