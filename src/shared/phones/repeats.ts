/**
 * The places that hold the same key, for each key that stands more than once; an undefined value is none.
 * Places are in ascending order. `fingerprint` is a cheap number that is the same for the same key: only values
 * whose fingerprint stands more than once are compared by their keys. A map of all 100,000 keys of a list, which
 * seldom has repeats, would take as long as all the rest of its check.
 */
export function repeats(
  values: readonly (string | undefined)[],
  fingerprint: (value: string) => number,
  keyOf: (value: string) => string = (value) => value,
): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>()
  for (const place of suspects(values, fingerprint)) {
    const value = values[place]
    if (value === undefined) continue
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(place)
    else groups.set(key, [place])
  }
  return [...groups.values()].filter((places) => places.length > 1)
}

function suspects(
  values: readonly (string | undefined)[],
  fingerprint: (value: string) => number,
): readonly number[] {
  // Eight slots a value or more: then at most one in nine shares a slot by chance.
  const mask = 2 ** (32 - Math.clz32(values.length * 8)) - 1
  const counts = new Uint8Array(mask + 1)
  const slots = new Int32Array(values.length)
  for (let place = 0; place < values.length; place++) {
    const value = values[place]
    if (value === undefined) continue
    const slot = scatter(fingerprint(value)) & mask
    slots[place] = slot
    counts[slot] = counts[slot] === 0 ? 1 : 2
  }
  const found: number[] = []
  for (let place = 0; place < values.length; place++) {
    if (counts[slots[place] ?? 0] === 2) found.push(place)
  }
  return found
}

/** Spreads numbers that differ in few bits (the finisher of MurmurHash3). */
function scatter(number: number): number {
  const once = Math.imul(number ^ (number >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}
