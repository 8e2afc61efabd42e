/**
 * The indexes of equal values, for each value that occurs more than once. Undefined values are skipped. `keyOf` is
 * equal for equal values and may ignore nothing but case. It is called for few values only: a key for each would take
 * as long as finding the equal ones.
 *
 * A Map of 100,000 strings takes as long as the rest of a check. Nearly all values occur once, so a table of their
 * places is enough to find the others.
 */
export function repeats(values: Values, keyOf: KeyOf = asItIs): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>()
  let size = 8
  while (size < values.length * 2) size *= 2
  // Places from 1 on; 0 is free.
  const table = new Int32Array(size)
  const hashes = new Int32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    const value = values[index]
    if (value === undefined) continue
    const hash = hashOf(value)
    hashes[index] = hash
    let slot = hash & (size - 1)
    let steps = 0
    let place = table[slot] ?? 0
    // Comparing two texts takes ten times as long as comparing their hashes.
    while (place > 0 && !(hashes[place - 1] === hash && isEqual(values[place - 1], value, keyOf))) {
      // Only a list that was made for it has so many values of one hash.
      if (++steps > longestChain) return repeatsByMap(values, keyOf)
      slot = (slot + 1) & (size - 1)
      place = table[slot] ?? 0
    }
    if (place > 0) addTo(groups, place - 1, index)
    else table[slot] = index + 1
  }
  return [...groups.values()]
}

type Values = readonly (string | undefined)[]
type KeyOf = (value: string) => string

const asItIs: KeyOf = (value) => value

const isEqual = (one: string | undefined, other: string, keyOf: KeyOf): boolean =>
  one === other || (one !== undefined && keyOf(one) === keyOf(other))

const longestChain = 200

function repeatsByMap(values: Values, keyOf: KeyOf): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>()
  const known = new Map<string, number>()
  values.forEach((value, index) => {
    if (value === undefined) return
    const key = keyOf(value)
    const first = known.get(key)
    if (first === undefined) known.set(key, index)
    else addTo(groups, first, index)
  })
  return [...groups.values()]
}

/** Groups are known by the first place of their value. */
function addTo(groups: Map<number, number[]>, first: number, index: number): void {
  const group = groups.get(first)
  if (group) group.push(index)
  else groups.set(first, [first, index])
}

/**
 * FNV-1a of the last characters, of a username before its @: in them devices and accounts differ, if anywhere. Letters
 * have the same in either case.
 */
function hashOf(value: string): number {
  const at = value.indexOf('@')
  const end = at < 0 ? value.length : at
  let hash = 0x811c9dc5
  for (let place = Math.max(0, end - 12); place < end; place++)
    hash = Math.imul(hash ^ (value.charCodeAt(place) | 0x20), 0x01000193)
  return hash ^ (hash >>> 15)
}
