/**
 * Numbers from 0 up to 1, the same for the same key. mulberry32 over a hash of the key is quick, and even enough for a
 * simulation. It is unfit for secrets.
 */
export function seededRandom(...key: readonly (string | number)[]): () => number {
  let state = hash(key.join('\n'))
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
