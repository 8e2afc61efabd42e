import type { LoggingKind } from '../../shared/powershell/module-facts.ts'
import type { ModuleTrouble } from '../../shared/powershell/trouble.ts'
import type { Gateway } from '../gateway/gateway.ts'
import type { TenantReads } from '../gateway/tenant-reads.ts'
import { type Connection, createConnection, type ModuleSignIn } from './connection.ts'
import { createPowerShellGateway } from './gateway.ts'
import { loadModule, type ModuleOptions } from './module.ts'
import { createPowerShellReads } from './reads.ts'

/** The service by Microsoft's module. It starts no process before it is used. */
export type PowerShellWay = {
  readonly gateway: Gateway
  readonly reads: TenantReads
  readonly connection: Connection
  end(): Promise<void>
}

/** Older ones need tokens that expire at nearly the same time (Microsoft, Teams PowerShell release notes, 6.0.0). */
export const leastVersionForTokens = '6.0.0'

export function createPowerShellWay(
  options: Omit<ModuleOptions, 'leastVersion'> & {
    readonly signIn: ModuleSignIn
    readonly tokensForStandIns?: boolean
    readonly trouble: (trouble: ModuleTrouble) => void
    readonly logging: (kinds: readonly LoggingKind[]) => void
  },
): PowerShellWay {
  const { signIn, trouble, logging, tokensForStandIns = false, clock } = options
  const leastVersion = signIn.kind === 'tokens' ? leastVersionForTokens : '5.6.0'
  const connection = createConnection({
    load: () => loadModule({ ...options, leastVersion }),
    ...{ signIn, trouble, logging, tokensForStandIns },
  })
  const gateway = createPowerShellGateway(connection, clock.now)
  return { gateway, reads: createPowerShellReads(connection, clock.now), connection, end: connection.end }
}
