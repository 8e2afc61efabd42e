import process from 'node:process'
import type { Authenticator } from '../../core/auth/authenticator.ts'
import type { CacheEntry } from '../../core/auth/cache-document.ts'
import type { CacheTrouble } from '../../core/auth/token-cache.ts'
import { systemClock } from '../../core/clock/clock.ts'
import { adminApiResource } from '../../core/gateway/address.ts'
import { microsoftAuthority } from '../../shared/auth/authority.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { paintWarning } from '../paint.ts'
import { harmless, tell } from '../print.ts'
import { helperPrograms } from '../tokens/helper-program.ts'
import { platformSafe } from '../tokens/platform-safe.ts'
import { openTokenStorage, type TokenStorage } from '../tokens/token-storage.ts'
import { userAgent } from '../user-agent.ts'
import { describeFailure } from './describe-failure.ts'

export type CliAccountsOptions = {
  readonly dataDir: string
  /** A stand-in of Microsoft's on this machine; see checkStandIns. */
  readonly authority?: string
  readonly storeUnencrypted?: true
}

/** Who is signed in at this terminal, and with what application. */
export type CliAccounts = {
  readonly storage: TokenStorage
  /** Everybody signed in at this authority, whatever the application. */
  entries(): Promise<readonly CacheEntry[]>
  authenticator(clientId: string): Promise<Authenticator>
  /** The ID of a tenant. Stops when Microsoft knows none of that name, or cannot be asked. */
  tenantId(tenant: string): Promise<string>
}

/** Opens what is stored here; nobody is called and no keyring asked until that is needed. */
export async function openCliAccounts({
  dataDir,
  authority,
  storeUnencrypted,
}: CliAccountsOptions): Promise<CliAccounts> {
  const authorityHost = new URL(authority ?? microsoftAuthority).origin
  const storage = await openTokenStorage({
    dataDirectory: dataDir,
    safe: platformSafe(helperPrograms(helperLimits), dataDir),
    clock: systemClock,
    storeUnencrypted: storeUnencrypted === true,
    onTrouble: tellTroubleOnce(),
  })
  if (storage === 'mixed') throw new Stop(exitCode.access, text.cli.signIn.keptEncrypted)
  if (storage.unencryptedFile !== undefined)
    tell(paintWarning(text.cli.signIn.unencrypted(harmless(storage.unencryptedFile))))
  return {
    storage,
    async entries() {
      const entries = await storage.cache.entries()
      return entries.filter((entry) => entry.authorityHost === authorityHost)
    },
    // MSAL takes a third of a second to load, and some commands never need it.
    async authenticator(clientId) {
      const { createAuthenticator } = await import('../../core/auth/authenticator.ts')
      return createAuthenticator({
        clientId,
        authorityHost,
        signInResource: adminApiResource,
        cache: storage.cache,
        fetch,
        clock: systemClock,
        // The terminal signs in by a code alone.
        openBrowser: () => Promise.reject(new Error('There is no browser at a terminal')),
        pages: { success: '', error: '' },
        userAgent,
      })
    },
    async tenantId(tenant) {
      const { findTenantId } = await import('./find-tenant-id.ts')
      const found = await findTenantId({ clientId: defaultClientId, authorityHost }, systemClock, tenant)
      if (!found.ok) throw new Stop(exitCode.access, describeFailure(found.failure))
      return found.value
    },
  }
}

/** A keyring may ask for its password in a window, and somebody has to type it. */
const helperLimits = {
  limitMs: 30_000,
  slowMs: 3_000,
  onSlow: () => tell(text.cli.signIn.keyringSlow),
}

/** What is wrong with a file stays wrong each time it is read. */
function tellTroubleOnce(): (trouble: CacheTrouble) => void {
  const told = new Set<CacheTrouble['kind']>()
  return ({ kind, cause }) => {
    if (told.has(kind)) return
    told.add(kind)
    if (kind === 'notErased') process.exitCode = exitCode.access
    tell(
      paintWarning(
        text.cli.signIn.trouble[kind](harmless(cause instanceof Error ? cause.message : String(cause))),
      ),
    )
  }
}
