import { isLoopbackAddress } from '../../core/gateway/address.ts'
import type { StandIns } from '../../core/session/microsoft-sign-in.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'

/**
 * Lets stand-ins of Microsoft's sign-in and of the service in only together, and only on this machine: so
 * neither a token of Microsoft's gets to a stand-in, nor one of a stand-in to the service. For tests.
 */
export function checkStandIns(options: {
  readonly api?: string
  readonly authority?: string
}): StandIns | undefined {
  const { api, authority } = options
  if (api !== undefined && !isLoopbackAddress(api))
    throw new Stop(exitCode.access, text.cli.run.notLoopback(api))
  if (authority !== undefined && !isLoopbackAuthority(authority))
    throw new Stop(exitCode.access, text.cli.signIn.notLoopbackAuthority(authority))
  if (authority === undefined && api === undefined) return undefined
  if (api === undefined) throw new Stop(exitCode.access, text.cli.signIn.authorityAlone)
  if (authority === undefined) throw new Stop(exitCode.access, text.cli.run.apiAlone)
  return { authority, api }
}

/** The same for https, without which MSAL does not sign in. */
const isLoopbackAuthority = (address: string): boolean =>
  /^https:/i.test(address) && isLoopbackAddress(address.replace(/^https:/i, 'http:'))
