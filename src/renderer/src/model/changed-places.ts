/**
 * The places at which a list has other items (by identity) than before, in order, with the new ones at its end. If the
 * changes of both lists were recorded, the item at some of these places may be the same as before.
 */
export function changedPlaces<Item>(before: readonly Item[], now: readonly Item[]): readonly number[] {
  const last = known.get(now)
  if (last?.before.deref() === before) return last.places
  const places: number[] = []
  const both = Math.min(before.length, now.length)
  // A plain loop: it goes over each phone of a run, for each event.
  for (let at = 0; at < both; at++) if (before[at] !== now[at]) places.push(at)
  for (let at = both; at < now.length; at++) places.push(at)
  sayChanged(before, now, places)
  return places
}

/** Notes where a list differs from the one before, for later callers: only the code that changed it knows. */
export function sayChanged(
  before: readonly unknown[],
  now: readonly unknown[],
  places: readonly number[],
): void {
  if (before !== now) known.set(now, { before: new WeakRef(before), places })
}

/** Kept as long as the newer list. The older one is not kept for it: it would keep the one before it, and so on. */
const known = new WeakMap<
  readonly unknown[],
  { readonly before: WeakRef<readonly unknown[]>; readonly places: readonly number[] }
>()
