import type { CacheEntry } from '../../core/auth/cache-document.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import { text } from '../../shared/text/index.ts'
import { harmless } from '../print.ts'

/** A line an account: who, in which tenant, and by which application where it is not the usual one. */
export function describeEntries(entries: readonly CacheEntry[]): readonly string[] {
  const width = Math.max(...entries.map(({ account }) => account.username.length))
  return entries.map(({ account, clientId }) =>
    harmless(
      text.cli.signIn.account(
        account.username.padEnd(width),
        account.tenantId,
        clientId === defaultClientId ? undefined : clientId,
      ),
    ),
  )
}
