import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { hurriedClock, systemClock } from '../core/clock/clock.ts'
import type { ConnectionTrouble } from '../core/powershell/connection.ts'
import type { Obstacle } from '../core/powershell/module.ts'
import { createPowerShellWay } from '../core/powershell/way.ts'
import type { TenantSession } from '../core/session/tenant-session.ts'
import { assertNever } from '../shared/assert-never.ts'
import { failureWords } from '../shared/gateway/failure-words.ts'
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

const { module } = text.cli

/** Beside `out`, in which this program is built: it stands there in `main`, or in `main/chunks`. */
const script = ['../../../', '../../']
  .map((up) => fileURLToPath(new URL(`${up}resources/powershell/bridge.ps1`, import.meta.url)))
  .find(existsSync)

/** A session by Microsoft's module, which signs in by itself. Stops where there is an obstacle, and says what to do. */
export async function openModuleSession(
  options: PowerShellOptions & { readonly tenant?: string; readonly speed?: number },
): Promise<TenantSession> {
  if (script === undefined) throw new Error('resources/powershell/bridge.ps1 is not there')
  let trouble: ConnectionTrouble | undefined
  const way = createPowerShellWay({
    ...{ script, program: options.powershell, version: options.moduleVersion, clock: systemClock },
    signIn: { kind: 'module', method: 'device', tenant: options.tenant },
    chatter: (line) => tell(harmless(line)),
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
      throw new Stop(exitCode.access, module.otherTenant)
    const { name, domain, domains } = told.ok
      ? told.value
      : { name: undefined, domain: undefined, domains: [] }
    return {
      tenant: { id: tenantId, name: name ?? tenantId, simulated, ...(domain !== undefined && { domain }) },
      ...(!simulated && domains.length > 0 && { verifiedDomains: domains }),
      operator: { username: account },
      ...{ gateway: way.gateway, reads: way.reads, way: 'powershell', end: way.end },
      clock: simulated ? hurriedClock(options.speed ?? 1) : systemClock,
    }
  } catch (error) {
    await way.end()
    throw error
  }
}

function troubleWords(trouble: ConnectionTrouble): string {
  switch (trouble.kind) {
    case 'obstacle':
      return obstacleWords(trouble.obstacle)
    case 'not-signed-in':
      return module.notSignedIn(trouble.said)
    case 'other-tenant':
      return module.otherTenant
    case 'simulated':
      return module.simulated
    default:
      return assertNever(trouble)
  }
}

function obstacleWords(obstacle: Obstacle): string {
  const { obstacles } = module
  switch (obstacle.code) {
    case 'no-host':
      return obstacles['no-host']
    case 'not-started':
      return obstacles['not-started'](obstacle.program, obstacle.said)
    case 'constrained':
      return obstacles.constrained(obstacle.program, obstacle.mode)
    case 'script-blocked':
      return obstacles['script-blocked'](obstacle.program)
    case 'old-host':
      return obstacles['old-host'](obstacle.program, obstacle.version)
    case 'no-module':
      return obstacles['no-module'](obstacle.program, obstacle.edition)
    case 'old-module':
      return obstacles['old-module'](obstacle.version, obstacle.least, obstacle.edition)
    case 'no-such-version':
      return obstacles['no-such-version'](obstacle.wanted, obstacle.found)
    case 'not-loaded':
      return obstacles['not-loaded'](obstacle.version, obstacle.said)
    case 'silent':
      return obstacles.silent(obstacle.program)
    default:
      return assertNever(obstacle)
  }
}
