import { exploreSimulatedTenant } from '../core/session/simulated-session.ts'
import type { TenantSession } from '../core/session/tenant-session.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { openLoopbackSession } from './loopback-session.ts'
import { waitForNoReader } from './output.ts'
import { openModuleSession, type PowerShellOptions } from './powershell-session.ts'
import {
  type MicrosoftAccess,
  type MicrosoftOptions,
  openMicrosoftAccess,
  type Resumed,
} from './sign-in/microsoft-access.ts'
import { userAgent } from './user-agent.ts'

export type AccessOptions = MicrosoftOptions &
  PowerShellOptions & {
    readonly simulate?: true
    readonly seed?: number
    readonly tokenFile?: string
  }

/** A session; with a way to ask the person where its tokens may need them. */
export type Access = { readonly session: TenantSession } & Partial<MicrosoftAccess>

// A run takes minutes with the service; few want to wait that long for a simulated one.
const simulatedSpeed = 20

/** Whether Microsoft's module is to sign in by itself. Stops where the options contradict each other. */
function signsInByModule(options: AccessOptions): boolean {
  const { via, moduleSignIn, powershell, moduleVersion, simulate, tokenFile } = options
  const module = text.cli.powershell
  const isMeant = moduleSignIn || powershell !== undefined || moduleVersion !== undefined
  if (via !== 'powershell' && isMeant) throw new Stop(exitCode.usage, module.needsVia)
  if (via === 'powershell' && (simulate || tokenFile !== undefined))
    throw new Stop(exitCode.usage, module.excludes)
  return moduleSignIn === true
}

/**
 * The session these options ask for; without any, one of a Microsoft account. Stops where none can be had, or
 * where it would not be safe. `evenUnnamed`: also at a stand-in that does not say which tenant it is.
 */
export async function openAccess(
  options: AccessOptions,
  resumed?: Resumed,
  { evenUnnamed = false } = {},
): Promise<Access> {
  const { simulate, speed, seed, api, tokenFile, authority } = options
  waitForNoReader()
  if (signsInByModule(options)) return { session: await openModuleSession(options) }
  if (simulate) {
    const settings = {
      ...{ userAgent, speed: speed ?? simulatedSpeed },
      ...(seed !== undefined && { seed }),
    }
    return { session: await exploreSimulatedTenant(settings) }
  }
  if (tokenFile !== undefined && api === undefined)
    throw new Stop(exitCode.access, text.cli.run.tokenFileAlone)
  if (api !== undefined && tokenFile !== undefined && authority === undefined)
    return { session: await openLoopbackSession(api, tokenFile, speed ?? 1, evenUnnamed) }
  if (speed !== undefined && api === undefined) throw new Stop(exitCode.usage, text.cli.run.speedOfService)
  return openMicrosoftAccess(options, resumed)
}
