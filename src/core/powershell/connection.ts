import type { LoggingKind, ModuleFacts } from '../../shared/powershell/module-facts.ts'
import type { ModuleTrouble, Obstacle } from '../../shared/powershell/trouble.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import { adminApiResource } from '../gateway/address.ts'
import type { Outcome, TokenProvider } from '../gateway/gateway.ts'
import type { Asked } from './bridge.ts'
import { type BridgeRequest, connectAnswer, type Fault } from './messages.ts'
import { factsOf, type LoadedModule } from './module.ts'

/** Microsoft Graph. The module needs a token for it, too. */
const graphResource = 'https://graph.microsoft.com'

/** The way that the module signs in: with our tokens, of the account that is signed in here, or by itself. */
export type ModuleSignIn =
  | { readonly kind: 'tokens'; readonly tokens: TokenProvider; readonly tenantId: string }
  | { readonly kind: 'module'; readonly method: 'device' | 'browser'; readonly tenant?: string | undefined }

type Connected = {
  readonly module: LoadedModule
  readonly tenantId: string
  readonly account: string
}

/** A module that is loaded and signed in before each request. */
export type Connection = {
  /** Loads the module and signs it in, if needed. Callers at the same time share this, and send nothing before. */
  ready(signal?: AbortSignal): Promise<Outcome<Connected>>
  /** Asks a connected module, once. */
  ask(connected: Connected, request: BridgeRequest, limitMs: number, signal?: AbortSignal): Promise<Asked>
  /** The service no longer accepts the sign-in: the next `ready` signs in again. */
  expire(): void
  /** Facts about the loaded module; undefined before it is loaded. */
  facts(): ModuleFacts | undefined
  end(): Promise<void>
}

export function createConnection(options: {
  readonly load: () => Promise<Result<LoadedModule, Obstacle>>
  readonly signIn: ModuleSignIn
  /** For tests. Only their stand-in accepts their tokens. */
  readonly tokensForStandIns?: boolean
  /** Hears of trouble that only a person can put right, each time that it occurs. */
  readonly trouble: (trouble: ModuleTrouble) => void
  /** Hears, as a module is loaded, which kinds of logging on this computer record its session. */
  readonly logging: (kinds: readonly LoggingKind[]) => void
}): Connection {
  const { load, signIn, tokensForStandIns = false, trouble, logging } = options
  let connected: (Connected & { readonly pair: string }) | undefined
  let loaded: LoadedModule | undefined
  let renew = false
  // The session's tenant. It also binds the module's own sign-in, because the next person may be of another tenant.
  let tenant = signIn.kind === 'tokens' ? signIn.tenantId.toLowerCase() : undefined
  let isOver = false
  let underWay: Promise<Outcome<Connected>> | undefined

  const stop = (what: ModuleTrouble): Outcome<never> => {
    trouble(what)
    const why = { code: 'unreachable', host: moduleName } as const
    return fail({ kind: 'unreachable', sent: 'no', why })
  }

  async function pair(): Promise<Outcome<readonly [string, string] | undefined>> {
    if (signIn.kind === 'module') return succeed(undefined)
    const { tokens } = signIn
    const teams = await tokens({ resource: adminApiResource, renew })
    const graph = teams.ok ? await tokens({ resource: graphResource, renew }) : teams
    if (!teams.ok) return fail({ kind: 'expired', why: { code: 'no-token', signIn: teams.failure.kind } })
    if (!graph.ok) return fail({ kind: 'expired', why: { code: 'no-token', signIn: graph.failure.kind } })
    return succeed([graph.value, teams.value])
  }

  async function connect(): Promise<Outcome<Connected>> {
    if (loaded?.bridge.hasEnded()) {
      await loaded.end()
      loaded = undefined
      connected = undefined
    }
    let isFresh = false
    if (!loaded) {
      const outcome = await load()
      if (!outcome.ok) return stop({ kind: 'obstacle', obstacle: outcome.failure })
      loaded = outcome.value
      isFresh = true
      if (isOver) await loaded.end()
    }
    if (signIn.kind === 'tokens') {
      if (loaded.simulated && !tokensForStandIns) return stop({ kind: 'simulated' })
      if (loaded.hello.logging.module) return stop({ kind: 'logged' })
    }
    const { logging: kinds } = factsOf(loaded)
    if (isFresh && kinds.length > 0) logging(kinds)
    const tokens = await pair()
    if (!tokens.ok) return tokens
    // A fresh pair of tokens needs a new connection, because nothing renews tokens in the module.
    const known = tokens.value?.join(' ') ?? ''
    if (connected && !renew && connected.pair === known) return succeed(connected)
    connected = undefined
    const request: BridgeRequest = tokens.value
      ? { op: 'connect', tokens: tokens.value }
      : signIn.kind === 'module'
        ? {
            ...{ op: 'connect', method: signIn.method },
            ...(signIn.tenant !== undefined && { tenant: signIn.tenant }),
          }
        : { op: 'tenant' }
    const limitMs = signIn.kind === 'tokens' ? connectMs : signInMs
    const asked = await loaded.bridge.ask(request, { limitMs })
    if (asked.kind !== 'answered')
      return fail({ kind: 'unreachable', sent: 'no', why: { code: 'lost', host: moduleName } })
    if (!asked.answer.ok) return notSignedIn(asked.answer.error)
    const answer = connectAnswer.safeParse(asked.answer.value).data
    if (!answer) return stop({ kind: 'not-signed-in', said: '' })
    tenant ??= answer.tenantId.toLowerCase()
    if (answer.tenantId.toLowerCase() !== tenant)
      return stop({ kind: 'other-tenant', tenantId: answer.tenantId })
    renew = false
    connected = { ...answer, module: loaded, pair: known }
    return succeed(connected)
  }

  function notSignedIn({ message }: Fault): Outcome<never> {
    trouble({ kind: 'not-signed-in', said: message })
    renew = true
    return fail({ kind: 'expired', why: { code: 'not-accepted' } })
  }

  return {
    async ready(signal) {
      if (isOver) return stopped()
      underWay ??= connect().finally(() => {
        underWay = undefined
      })
      if (!signal) return underWay
      const { promise, resolve } = Promise.withResolvers<Outcome<Connected>>()
      const stop = (): void => resolve(stopped())
      if (signal.aborted) stop()
      signal.addEventListener('abort', stop, { once: true })
      return Promise.race([promise, underWay]).finally(() => signal.removeEventListener('abort', stop))
    },
    facts: () => loaded && factsOf(loaded),
    ask: ({ module }, request, limitMs, signal) => module.bridge.ask(request, { limitMs, signal }),
    expire() {
      renew = true
    },
    async end() {
      isOver = true
      await underWay
      await loaded?.end()
    },
  }
}

const stopped = (): Outcome<never> =>
  fail({ kind: 'unreachable', sent: 'no', why: { code: 'stopped', host: moduleName } })

/** A failure names this in the place of a host. */
export const moduleName = 'MicrosoftTeams (PowerShell)'

/** In ms. Virus scanners may take most of it. */
const connectMs = 180_000
/** In ms. A person signs in, and a code is good for 15 minutes. */
const signInMs = 16 * 60_000
