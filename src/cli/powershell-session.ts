import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hurriedClock, systemClock } from '../core/clock/clock.ts'
import type { ModuleSetup } from '../core/session/gateways.ts'
import type { TenantSession } from '../core/session/tenant-session.ts'
import { failureWords } from '../shared/gateway/failure-words.ts'
import { loggingWords } from '../shared/powershell/logging-words.ts'
import type { ModuleTrouble } from '../shared/powershell/trouble.ts'
import { troubleWords } from '../shared/powershell/trouble-words.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { paintWarning } from './paint.ts'
import { harmless, tell } from './print.ts'

export type PowerShellOptions = {
  readonly via?: 'direct' | 'powershell'
  readonly moduleSignIn?: true
  /** A PowerShell by its path. */
  readonly powershell?: string
  readonly moduleVersion?: string
}

const module = text.cli.powershell

/** Beside `out`, in which this program is built: it stands there in `cli`, or in `cli/chunks`. */
const bridgeScript = ['../../../', '../../']
  .map((up) => fileURLToPath(new URL(`${up}resources/powershell/bridge.ps1`, import.meta.url)))
  .find(existsSync)

/** What Microsoft's module needs of this computer, and where it is heard. */
export function moduleSetup({ powershell, moduleVersion }: PowerShellOptions): Omit<ModuleSetup, 'trouble'> {
  // It is part of this program.
  if (bridgeScript === undefined) throw new Error('resources/powershell/bridge.ps1 is not there')
  return {
    ...{ script: bridgeScript, program: powershell, version: moduleVersion },
    chatter: (line) => tell(harmless(line)),
    logging: (kinds) => {
      for (const words of loggingWords(kinds)) tell(paintWarning(words))
    },
  }
}

/** A session by Microsoft's module, which signs in by itself. Stops where there is an obstacle, and says what to do. */
export async function openModuleSession(
  options: PowerShellOptions & { readonly tenant?: string; readonly speed?: number },
): Promise<TenantSession> {
  let trouble: ModuleTrouble | undefined
  const { createPowerShellWay } = await import('../core/powershell/way.ts')
  const way = createPowerShellWay({
    ...{ ...moduleSetup(options), clock: systemClock },
    signIn: { kind: 'module', method: 'device', tenant: options.tenant },
    trouble: (what) => {
      trouble = what
    },
  })
  try {
    tell(module.signingIn)
    const ready = await way.connection.ready()
    if (!ready.ok) {
      const said = trouble ? troubleWords(trouble) : failureWords(ready.failure)
      throw new Stop(exitCode.access, harmless(said))
    }
    const { module: loaded, tenantId, account } = ready.value
    const { simulated } = loaded
    if (simulated) tell(paintWarning(module.simulated))
    else if (options.speed !== undefined) throw new Stop(exitCode.usage, module.speed)
    const told = await way.gateway.tenant()
    if (told.ok && told.value.id.toLowerCase() !== tenantId.toLowerCase())
      throw new Stop(exitCode.access, text.powershell.troubles['other-tenant'])
    const { name, domain, domains } = told.ok
      ? told.value
      : { name: undefined, domain: undefined, domains: [] }
    return {
      tenant: { id: tenantId, name: name ?? tenantId, simulated, ...(domain !== undefined && { domain }) },
      ...(!simulated && domains.length > 0 && { verifiedDomains: domains }),
      operator: { username: account },
      ...{ gateway: way.gateway, reads: way.reads, way: 'powershell', end: way.end },
      module: way.connection.facts,
      clock: simulated ? hurriedClock(options.speed ?? 1) : systemClock,
    }
  } catch (error) {
    await way.end()
    throw error
  }
}
