import type { Account } from '../shared/auth/account.ts'
import type { SignInFailure } from '../shared/auth/sign-in-failure.ts'
import type { Tenant } from '../shared/gateway/tenant.ts'
import type { AppFailure, KnownAccount, SessionState, SignInRequest } from '../shared/ipc.ts'
import { fail, type Result, succeed } from '../shared/result.ts'
import { text } from '../shared/text/index.ts'
import type { Session } from './run/session.ts'
import type { Microsoft, Tokens } from './session/microsoft.ts'
import { describeTenant } from './session/microsoft-session.ts'
import { createTokenGate, type TokenGate } from './session/token-gate.ts'
import { type Attempt, isSameRequest, startAttempt } from './sign-in-attempt.ts'

type Outcome = Result<SessionState, AppFailure>

/** Who is signed in, for everybody in main who asks. */
export type SessionDesk = {
  current(): Session | undefined
  state(): SessionState
  /** Takes up where the last start of the app left, silently; resolves when it is known who that is. */
  begin(): Promise<void>
  /** Enters the simulated tenant; stays where one is when somebody is signed in already. */
  explore(): Promise<SessionState>
  /** Resolves when the sign-in has ended; the same request joins one that is under way. */
  signIn(request: SignInRequest): Promise<Outcome>
  cancelSignIn(): SessionState
  switchTo(accountId: string): Promise<Outcome>
  /** Without an ID that of whoever is signed in. */
  signOut(accountId?: string): Promise<Outcome>
  /** The app ends: nobody is forgotten. */
  close(): Promise<void>
}

export type SessionDeskOptions = {
  readonly explore: () => Promise<Session>
  readonly microsoft: Microsoft
  readonly memory: SessionMemory
  /** Whether a run is watched: then the tenant stays. */
  readonly isWatched: () => boolean
  readonly now: () => number
  readonly changed: (state: SessionState) => void
  /** The account of the session has signed in again. */
  readonly renewed: () => void
  /** The browser has done its part. */
  readonly returned: () => void
}

/** What is remembered from one start to the next, besides the tokens. */
export type SessionMemory = {
  /** To sign in to, when no other is asked for. */
  tenantToSignInTo(): string | undefined
  lastAccount(): string | undefined
  rememberAccount(accountId: string | undefined): void
  tenantNames(tenantId: string): TenantNames | undefined
  rememberTenant(tenantId: string, names: TenantNames): void
}

export type TenantNames = Pick<Tenant, 'name' | 'domain'>

type Place = {
  session: Session
  readonly left: AbortController
  /** Absent in the simulated tenant. */
  readonly microsoft?: {
    readonly account: Account
    readonly gate: TokenGate
    readonly storage: 'encrypted' | 'memory'
  }
}

export function createSessionDesk(options: SessionDeskOptions): SessionDesk {
  const { microsoft, memory, isWatched } = options
  let place: Place | undefined
  let exploring: Promise<SessionState> | undefined
  let attempt: Attempt<Outcome> | undefined
  let accounts: readonly Account[] = []
  let failure: SignInFailure | undefined

  const changed = (): SessionState => {
    const now = state()
    options.changed(now)
    return now
  }

  function state(): SessionState {
    const common = { accounts: knownAccounts(), ...(failure && { failure }) }
    const signingIn = attempt?.shown()
    if (!place)
      return signingIn ? { kind: 'signing-in', ...signingIn, ...common } : { kind: 'signed-out', ...common }
    const { session, microsoft: of } = place
    const renewal = of?.gate.renewal()
    return {
      kind: 'signed-in',
      tenant: session.tenant,
      operator: session.operator,
      ...common,
      ...(of && { accountId: of.account.id }),
      ...(renewal && { renewal }),
      ...(signingIn && { signingIn }),
      storage: of?.storage ?? 'none',
    }
  }

  function knownAccounts(): readonly KnownAccount[] {
    const current = place?.microsoft?.account
    // One that is signed in to another application than that of the settings by now.
    const hidden = current && !accounts.some(({ id }) => id === current.id) ? [current] : []
    return [...accounts, ...hidden].map((account) => {
      const names = memory.tenantNames(account.tenantId)
      return {
        ...account,
        ...(names && { tenantName: names.name }),
        ...(names?.domain !== undefined && { tenantDomain: names.domain }),
      }
    })
  }

  /** Works in another place from now on. */
  async function moveTo(next: Place | undefined): Promise<SessionState> {
    const before = place
    place = next
    failure = undefined
    before?.left.abort()
    await before?.session.end()
    return changed()
  }

  async function enter(account: Account, tokens: Tokens): Promise<SessionState> {
    const storage = await microsoft.storage()
    const gate = createTokenGate(tokens, () => changed())
    const session = microsoft.open(account, gate)
    const tenant = { ...session.tenant, ...memory.tenantNames(account.tenantId) }
    const entered: Place = {
      session: { ...session, tenant },
      left: new AbortController(),
      microsoft: { account, gate, storage },
    }
    memory.rememberAccount(account.id)
    const now = await moveTo(entered)
    void describe(entered)
    return now
  }

  /** Asks for the tenant's name, and so for a token before a run needs one. */
  async function describe(of: Place): Promise<void> {
    const { tenant } = of.session
    const described = await describeTenant(of.session, of.left.signal)
    if (place !== of || described === tenant) return
    memory.rememberTenant(tenant.id, {
      name: described.name,
      ...(described.domain !== undefined && { domain: described.domain }),
    })
    if (described.name === tenant.name && described.domain === tenant.domain) return
    of.session = { ...of.session, tenant: described }
    changed()
  }

  function refuse(why: SignInFailure): Outcome {
    failure = why
    changed()
    return fail({ kind: 'sign-in', message: why.message, remedy: why.remedy, signIn: why })
  }

  async function carry(request: SignInRequest, mine: Attempt<Outcome>): Promise<Outcome> {
    const asked = accountOf(request.accountId)
    const renewal = place?.microsoft?.account.id === asked?.id ? place?.microsoft?.gate.renewal() : undefined
    const tenant = asked?.tenantId ?? request.tenant ?? memory.tenantToSignInTo()
    const outcome = await microsoft
      .signIn({
        way: request.way,
        ...(tenant !== undefined && { tenant }),
        ...(asked && { loginHint: asked.username }),
        ...(renewal?.claims !== undefined && { claims: renewal.claims }),
        signal: mine.signal,
        onCode: (code) => {
          mine.show(code)
          if (attempt === mine) changed()
        },
      })
      .catch((bug: unknown) => {
        if (attempt === mine) attempt = undefined
        changed()
        throw bug
      })
    accounts = await microsoft.accounts()
    // Another one has taken its place.
    if (attempt !== mine) return succeed(state())
    attempt = undefined
    if (!outcome.ok && outcome.failure.kind === 'cancelled') return succeed(changed())
    if (request.way === 'browser') options.returned()
    if (!outcome.ok) return refuse(outcome.failure)
    return arrive(outcome.value.account, outcome.value.tokens, asked)
  }

  async function arrive(account: Account, tokens: Tokens, asked: Account | undefined): Promise<Outcome> {
    const { otherAccount, afterRunBegan } = text.main.signIn
    const at = new Date(options.now()).toISOString()
    if (asked && asked.id !== account.id)
      return refuse({ kind: 'other-account', ...otherAccount(account.username, asked.username), at })
    const of = place?.microsoft
    if (place && of?.account.id === account.id) {
      of.gate.reopen(tokens)
      void describe(place)
      const now = changed()
      options.renewed()
      return succeed(now)
    }
    if (isWatched()) return refuse({ kind: 'other-account', ...afterRunBegan(account.username), at })
    return succeed(await enter(account, tokens))
  }

  const accountOf = (id: string | undefined): Account | undefined =>
    id === undefined ? undefined : knownAccounts().find((account) => account.id === id)

  function stopAttempt(): void {
    attempt?.stop()
    attempt = undefined
  }

  async function exploreNow(): Promise<SessionState> {
    const session = await options.explore()
    stopAttempt()
    return moveTo({ session, left: new AbortController() })
  }

  return {
    current: () => place?.session,
    state,
    async begin() {
      accounts = await microsoft.accounts()
      const last = accountOf(memory.lastAccount())
      if (last && !place && !attempt && !exploring) await enter(last, microsoft.tokens())
      else if (accounts.length > 0) changed()
    },
    async explore() {
      if (place) return state()
      // Two clicks enter once.
      exploring ??= exploreNow().finally(() => {
        exploring = undefined
      })
      return exploring
    },
    async signIn(request) {
      if (attempt && isSameRequest(attempt.request, request)) return attempt.outcome
      const isAgain = request.accountId !== undefined && request.accountId === place?.microsoft?.account.id
      if (isWatched() && !isAgain) return underWay()
      if (request.accountId !== undefined && !accountOf(request.accountId)) return notRemembered()
      stopAttempt()
      failure = undefined
      const mine = startAttempt<Outcome>(request, carry)
      attempt = mine
      changed()
      return mine.outcome
    },
    cancelSignIn() {
      if (!attempt) return state()
      stopAttempt()
      return changed()
    },
    async switchTo(accountId) {
      if (place?.microsoft?.account.id === accountId) return succeed(state())
      if (isWatched()) return underWay()
      const account = accounts.find(({ id }) => id === accountId)
      if (!account) return notRemembered()
      stopAttempt()
      return succeed(await enter(account, microsoft.tokens()))
    },
    async signOut(accountId) {
      const current = place?.microsoft?.account.id
      const leaves = place !== undefined && (accountId === undefined || accountId === current)
      if (leaves && isWatched())
        return fail({ kind: 'run-under-way', ...text.main.failures.signOutDuringRun })
      const leaving = accountId ?? current
      const left = leaves ? place : undefined
      if (left) place = undefined
      if (leaving !== undefined) {
        if (memory.lastAccount() === leaving) memory.rememberAccount(undefined)
        await microsoft.signOut(leaving)
        accounts = await microsoft.accounts()
      }
      failure = undefined
      left?.left.abort()
      await left?.session.end()
      return succeed(changed())
    },
    async close() {
      stopAttempt()
      const left = place
      place = undefined
      left?.left.abort()
      await left?.session.end()
    },
  }
}

const underWay = (): Outcome => fail({ kind: 'run-under-way', ...text.main.failures.switchDuringRun })
const notRemembered = (): Outcome => fail({ kind: 'sign-in', ...text.main.failures.notRemembered })
