import { z } from 'zod'
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

/** Throws on what is not such a document, or of another format. */
export const readDocument = (text: string): readonly CacheEntry[] => document.parse(JSON.parse(text)).entries

const format = 'sip-gateway-bulk-sign-in/tokens/1'

const document = z.object({
  format: z.literal(format),
  entries: z.array(
    z.object({
      clientId: z.string(),
      authorityHost: z.string(),
      account: z.object({
        id: z.string(),
        username: z.string(),
        name: z.string().exactOptional(),
        tenantId: z.string(),
        objectId: z.string().exactOptional(),
      }),
      // A torn one would make MSAL throw in the middle of a sign-in.
      content: z.string().refine((content) => isObject(content)),
    }),
  ),
})

function isObject(json: string): boolean {
  try {
    return typeof JSON.parse(json) === 'object'
  } catch {
    return false
  }
}
