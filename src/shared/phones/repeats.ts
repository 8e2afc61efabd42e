/**
 * The indexes of the values that are equal, for each value that occurs more than once. Undefined values count as none.
 *
 * A Map of 100,000 strings takes as long as the whole rest of a check. Nearly all values occur once, so that a table of
 * their places alone is enough to find the others.
 */
export function repeats(values: readonly (string | undefined)[]): readonly (readonly number[])[] {
  const first = firstPlaces(values)
  const groups = new Map<number, number[]>()
  first.forEach((known, index) => {
    if (known === index) return
    const group = groups.get(known)
    if (group) group.push(index)
    else groups.set(known, [known, index])
  })
  return [...groups.values()]
}

/** For each value the place where it stands first; for none, its own. */
function firstPlaces(values: readonly (string | undefined)[]): Int32Array {
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
      if (hashes[place - 1] === hash && values[place - 1] === value) {
        first[index] = place - 1
        break
      }
      // Only a list that was made for it has so many values of one hash.
      if (++steps > longestChain) return firstPlacesByMap(values)
      slot = (slot + 1) & (size - 1)
    }
    if (first[index] === index) table[slot] = index + 1
  }
  return first
}

const longestChain = 200

function firstPlacesByMap(values: readonly (string | undefined)[]): Int32Array {
  const known = new Map<string, number>()
  return Int32Array.from(values, (value, index) => {
    if (value === undefined) return index
    const place = known.get(value)
    if (place === undefined) known.set(value, index)
    return place ?? index
  })
}

/** FNV-1a of the last characters, of a username before its @: in them devices and accounts differ, if anywhere. */
function hashOf(value: string): number {
  const at = value.indexOf('@')
  const end = at < 0 ? value.length : at
  let hash = 0x811c9dc5
  for (let place = Math.max(0, end - 12); place < end; place++)
    hash = Math.imul(hash ^ value.charCodeAt(place), 0x01000193)
  return hash ^ (hash >>> 15)
}
