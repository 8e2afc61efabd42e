import type { KeySafe } from '../../src/cli/tokens/key-safe.ts'

export type MemorySafe = KeySafe & { key: string | undefined; saves: number; loads: number }

/** A keyring without a system. */
export function memorySafe(): MemorySafe {
  const safe: MemorySafe = {
    name: 'the keyring of the test',
    key: undefined,
    saves: 0,
    loads: 0,
    async load() {
      safe.loads += 1
      return safe.key
    },
    async save(key) {
      safe.saves += 1
      safe.key = key
    },
    async forget() {
      safe.key = undefined
    },
  }
  return safe
}
