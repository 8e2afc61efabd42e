import type { Account } from '../../shared/auth/account.ts'
import type { Registration } from './msal-client.ts'

/** One signed-in account, with what MSAL keeps for it. */
export type CacheEntry = Registration & {
  readonly account: Account
  /** MSAL's own serialised cache, which holds nothing but this account. Secret. */
  readonly content: string
}

/** Whether two entries are of the same account, signed in to the same application. */
export const sameOwner = (a: CacheEntry, b: CacheEntry): boolean =>
  a.account.id === b.account.id && isOf(a, b)

/** Whether the entry was made by signing in to this application, at this authority. */
export const isOf = (entry: CacheEntry, { clientId, authorityHost }: Registration): boolean =>
  entry.clientId === clientId && entry.authorityHost === authorityHost

/** The text that readDocument reads. */
export const writeDocument = (entries: readonly CacheEntry[]): string => JSON.stringify({ format, entries })

/** Rejects anything but such a document of this format. Loads the schema only when there is something to read. */
export async function readDocument(text: string): Promise<readonly CacheEntry[]> {
  const { cacheDocument } = await import('./cache-document-schema.ts')
  return cacheDocument(format).parse(JSON.parse(text)).entries
}

const format = 'sip-gateway-bulk-sign-in/tokens/1'
