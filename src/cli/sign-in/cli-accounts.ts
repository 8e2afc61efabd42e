import process from 'node:process'
import type { CacheTrouble } from '../../core/auth/token-cache.ts'
import { hurriedClock, systemClock } from '../../core/clock/clock.ts'
import { sendOnce } from '../../core/network/send-once.ts'
import type { Way } from '../../core/session/gateways.ts'
import {
  createMicrosoftSignIn,
  type MicrosoftSignIn,
  type Tokens,
} from '../../core/session/microsoft-sign-in.ts'
import type { TenantSession } from '../../core/session/tenant-session.ts'
import type { Account } from '../../shared/auth/account.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import type { ModuleTrouble } from '../../shared/powershell/trouble.ts'
import { troubleWords } from '../../shared/powershell/trouble-words.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { paintWarning } from '../paint.ts'
import { moduleSetup, type PowerShellOptions } from '../powershell-session.ts'
import { harmless, tell } from '../print.ts'
import { helperPrograms } from '../tokens/helper-program.ts'
import { platformSafe } from '../tokens/platform-safe.ts'
import { openTokenStorage, type TokenStorage } from '../tokens/token-storage.ts'
import { userAgent } from '../user-agent.ts'
import { checkStandIns } from './check-stand-ins.ts'
import { describeFailure } from './describe-failure.ts'

export type CliAccountsOptions = PowerShellOptions & {
  readonly dataDir: string
  /** Stand-ins of Microsoft's sign-in and of the service on this machine; see checkStandIns. */
  readonly authority?: string
  readonly api?: string
  /** For a stand-in alone: the service is not to be asked faster than it allows. */
  readonly speed?: number
  readonly storeUnencrypted?: true
}

/** Who is signed in at this terminal, and with what application. */
export type CliAccounts = Pick<MicrosoftSignIn, 'entries' | 'authenticator'> & {
  readonly storage: TokenStorage
  /** The ID of a tenant. Stops when Microsoft knows none of that name, or cannot be asked. */
  tenantId(tenant: string): Promise<string>
  /** What stands between Microsoft's module and a session that goes by it. */
  trouble(): ModuleTrouble | undefined
  /** By the way of the options, where no other is named. Makes no call until it is used. */
  openSession(account: Account, tokens: Tokens, way?: Way): Promise<TenantSession>
}

/** Opens what is stored here; nobody is called and no keyring asked until that is needed. */
export async function openCliAccounts(options: CliAccountsOptions): Promise<CliAccounts> {
  const { dataDir, speed = 1, storeUnencrypted } = options
  const standIns = checkStandIns(options)
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
  const { cache } = storage
  const { entries, authenticator } = createMicrosoftSignIn({
    cache,
    fetch,
    clock: systemClock,
    userAgent,
    standIns,
  })
  let trouble: ModuleTrouble | undefined
  const module = {
    ...moduleSetup(options),
    trouble(what: ModuleTrouble): void {
      if (what.kind !== trouble?.kind) tell(paintWarning(harmless(troubleWords(what))))
      trouble = what
    },
  }
  return {
    storage,
    entries,
    authenticator,
    async tenantId(tenant) {
      const found = await (await authenticator(defaultClientId)).tenantId(tenant)
      if (!found.ok) throw new Stop(exitCode.access, describeFailure(found.failure))
      return found.value
    },
    trouble: () => trouble,
    async openSession(account, tokens, way = options.via ?? 'direct') {
      // Showing who is signed in needs no way to the service.
      const [{ createGateways }, { openMicrosoftSession }] = await Promise.all([
        import('../../core/session/gateways.ts'),
        import('../../core/session/microsoft-session.ts'),
      ])
      const sessions = {
        gateways: createGateways({ fetch: sendOnce(fetch), userAgent, standIns, module }),
        way: () => way,
        clock: standIns ? hurriedClock(speed) : systemClock,
      }
      return openMicrosoftSession(sessions, account, tokens)
    },
  }
}

/** A keyring may ask for its password in a window, and somebody has to type it. */
const helperLimits = {
  limitMs: 30_000,
  slowMs: 3_000,
  onSlow: () => tell(text.cli.signIn.keyringSlow),
}

/** A fault of a file is the same each time the file is read. */
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
