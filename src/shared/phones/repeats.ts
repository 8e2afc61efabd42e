/**
 * The indexes of the values that are equal, for each value that occurs more than once. Undefined values count as none.
 * `keyOf`: what two values must have in common to be equal, which may disregard the case of letters and nothing else; it
 * is asked for few values, since making a key of each would take as long as finding the equal ones.
 *
 * A Map of 100,000 strings takes as long as the whole rest of a check. Nearly all values occur once, so that a table of
 * their places alone is enough to find the others.
 */
export function repeats(values: Values, keyOf: KeyOf = asItIs): readonly (readonly number[])[] {
  const first = firstPlaces(values, keyOf)
  const groups = new Map<number, number[]>()
  first.forEach((known, index) => {
    if (known === index) return
    const group = groups.get(known)
    if (group) group.push(index)
    else groups.set(known, [known, index])
  })
  return [...groups.values()]
}

type Values = readonly (string | undefined)[]
type KeyOf = (value: string) => string

const asItIs: KeyOf = (value) => value

/** For each value the place where it stands first; for none, its own. */
function firstPlaces(values: Values, keyOf: KeyOf): Int32Array {
  const first = new Int32Array(values.length)
  let size = 8
  while (size < values.length * 2) size *= 2
  // Places from 1 on; 0 is free.
  const table = new Int32Array(size)
  const hashes = new Int32Array(values.length)
  for (let index = 0; index < values.length; index++) {
    first[index] = index
    const value = values[index]
    if (value === undefined) continue
    const hash = hashOf(value)
    hashes[index] = hash
    let slot = hash & (size - 1)
    let steps = 0
    for (let place = table[slot]; place !== undefined && place > 0; place = table[slot]) {
      // Comparing two texts takes ten times as long as comparing their hashes.
      if (hashes[place - 1] === hash && isEqual(values[place - 1], value, keyOf)) {
        first[index] = place - 1
        break
      }
      // Only a list that was made for it has so many values of one hash.
      if (++steps > longestChain) return firstPlacesByMap(values, keyOf)
      slot = (slot + 1) & (size - 1)
    }
    if (first[index] === index) table[slot] = index + 1
  }
  return first
}

const longestChain = 200

const isEqual = (one: string | undefined, other: string, keyOf: KeyOf): boolean =>
  one === other || (one !== undefined && keyOf(one) === keyOf(other))

function firstPlacesByMap(values: Values, keyOf: KeyOf): Int32Array {
  const known = new Map<string, number>()
  return Int32Array.from(values, (value, index) => {
    if (value === undefined) return index
    const key = keyOf(value)
    const place = known.get(key)
    if (place === undefined) known.set(key, index)
    return place ?? index
  })
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
