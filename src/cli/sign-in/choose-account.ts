import type { CacheEntry } from '../../core/auth/cache-document.ts'

/** Which of the stored accounts is meant; what is left out may be anything. */
export type Wanted = {
  readonly tenantId?: string
  readonly username?: string
  readonly clientId?: string
  /** Of several that fit, this one. */
  readonly rather?: string
}

export type AccountChoice =
  | { readonly kind: 'one'; readonly entry: CacheEntry }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly entries: readonly CacheEntry[] }

/** The one that fits. Never a guess: several are for the person to choose from. */
export function chooseAccount(entries: readonly CacheEntry[], wanted: Wanted): AccountChoice {
  const { tenantId, username, clientId, rather } = wanted
  const fitting = entries.filter(
    ({ account, clientId: its }) =>
      isWanted(account.tenantId, tenantId) && isWanted(account.username, username) && isWanted(its, clientId),
  )
  const preferred = fitting.filter(
    ({ account }) => rather !== undefined && isWanted(account.username, rather),
  )
  const [entry, another] = preferred.length > 0 ? preferred : fitting
  if (!entry) return { kind: 'none' }
  return another ? { kind: 'several', entries: fitting } : { kind: 'one', entry }
}

/** Whether the value is the wanted one, or none in particular is wanted. Microsoft compares usernames and IDs without case. */
export const isWanted = (value: string, wanted: string | undefined): boolean =>
  wanted === undefined || value.toLowerCase() === wanted.toLowerCase()
