import process from 'node:process'
import { openTokenStorage } from '../../src/cli/tokens/token-storage.ts'
import { systemClock } from '../../src/core/clock/clock.ts'
import { cacheEntry } from './cache-entry.ts'
import { memorySafe } from './memory-safe.ts'

// A command of its own: keeps the sign-ins that it is told in the folder that it is told.
const [, , dataDirectory = '', ...names] = process.argv
const storage = await openTokenStorage({
  dataDirectory,
  safe: memorySafe(),
  clock: systemClock,
  storeUnencrypted: true,
  onTrouble: ({ kind }) => console.error(kind),
})
if (storage === 'mixed') throw new Error('Nothing is encrypted here')
for (const name of names) await storage.cache.put(cacheEntry(name))
