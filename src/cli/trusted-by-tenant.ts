import { readTrustedAddresses } from '../core/gateway/trusted-addresses.ts'
import type { TrustedAddresses } from '../shared/site/check/trusted-addresses.ts'
import { type AccessOptions, openAccess } from './access.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, tell } from './print.ts'

/**
 * The addresses that the tenant of these options trusts. If nobody can sign in, says so and answers undefined. The check of
 * the site continues, because it is meant for sites that nobody can sign in from.
 */
export async function trustedByTenant(options: AccessOptions): Promise<TrustedAddresses | undefined> {
  try {
    const { session } = await openAccess(options, undefined, { evenUnnamed: true })
    try {
      return await readTrustedAddresses(session)
    } finally {
      await session.end()
    }
  } catch (error) {
    if (!(error instanceof Stop) || error.exitCode !== exitCode.access) throw error
    tell(error.message.split('\n').map(harmless).join('\n'))
    return undefined
  }
}
