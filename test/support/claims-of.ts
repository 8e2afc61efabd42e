import type { ClaimedBy, Claims } from '../../src/core/run/claims.ts'
import { succeed } from '../../src/shared/result.ts'

/** Other runs have no phones, or those that are named by username. */
export const claimsOf = (claimed: Readonly<Record<string, ClaimedBy>> = {}): Claims => ({
  begin: async () => succeed({ whoHas: ({ username }) => claimed[username], end: async () => {} }),
})
