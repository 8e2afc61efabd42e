import type { AppFailure } from '../../shared/app-failure.ts'
import type { Account } from '../../shared/auth/account.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { SessionState, SignInRequest } from '../../shared/session.ts'
import { text } from '../../shared/text/index.ts'
import type { Microsoft } from './microsoft.ts'
import type { Tokens } from './microsoft-sign-in.ts'
import {
  type ActiveSession,
  activeSimulation,
  leave,
  nameTenant,
  openActiveSession,
} from './session-service/active-session.ts'
import { type Attempt, isSameRequest, startAttempt } from './session-service/attempt.ts'
import type { SessionMemory } from './session-service/memory.ts'
import { knownAccounts, stateOf } from './session-service/state.ts'
import type { TenantSession } from './tenant-session.ts'

type Outcome = Result<SessionState, AppFailure>

/** Who is signed in, for everybody in main who asks. */
export type SessionService = {
  current(): TenantSession | undefined
  state(): SessionState
  /** Takes up where the last start of the app left, silently; resolves when it is known who that is. */
  begin(): Promise<void>
  /** Enters the simulated tenant; stays where one is when somebody is signed in already. */
  explore(): Promise<SessionState>
  /** Resolves when the sign-in has ended; the same request joins one that is under way. */
  signIn(request: SignInRequest): Promise<Outcome>
  cancelSignIn(): SessionState
  switchTo(accountId: string): Promise<Outcome>
  /** Reopens the session of the signed-in account, the way the settings say. If a run is watched, does so afterwards. */
  reopen(): Promise<void>
  /** Without an ID, that of the signed-in account. */
  signOut(accountId?: string): Promise<Outcome>
  /** The app ends: nobody is forgotten. */
  close(): Promise<void>
}

export type SessionServiceOptions = {
  readonly explore: () => Promise<TenantSession>
  readonly microsoft: Microsoft
  readonly memory: SessionMemory
  /** Whether a run is watched or about to be: then the tenant stays. */
  readonly isWatched: () => boolean
  /** Resolves when it is not. */
  readonly unwatched: () => Promise<void>
  readonly now: () => number
  readonly changed: (state: SessionState) => void
  /** The account of the session has signed in again. */
  readonly renewed: () => void
  /** The browser has done its part. */
  readonly returned: () => void
}

/** Nobody is signed in yet: see `begin`. */
export function createSessionService(options: SessionServiceOptions): SessionService {
  const { microsoft, memory, isWatched } = options
  let active: ActiveSession | undefined
  let exploring: Promise<SessionState> | undefined
  let attempt: Attempt<Outcome> | undefined
  let accounts: readonly Account[] = []
  let failure: SignInFailure | undefined

  const changed = (): SessionState => {
    const now = state()
    options.changed(now)
    return now
  }

  const state = (): SessionState =>
    stateOf({ active, signingIn: attempt?.shown(), accounts: known(), failure })

  const known = () => knownAccounts(accounts, active?.microsoft?.account, memory)

  /** Works in another session from now on. */
  async function moveTo(next: ActiveSession | undefined): Promise<SessionState> {
    const before = active
    active = next
    failure = undefined
    await leave(before)
    return changed()
  }

  /** Answers undefined where a run is watched by now: then everything stays as it is. */
  async function enter(account: Account, tokens: Tokens): Promise<SessionState | undefined> {
    const entered = await openActiveSession({ account, tokens, microsoft, memory, closed: () => changed() })
    if (isWatched()) {
      await leave(entered)
      return undefined
    }
    memory.rememberAccount(account.id)
    const now = await moveTo(entered)
    void describe(entered)
    return now
  }

  async function describe(of: ActiveSession): Promise<void> {
    if (await nameTenant(of, { memory, isStillThere: () => active === of })) changed()
  }

  function refuse(why: SignInFailure): Outcome {
    failure = why
    changed()
    return fail({ kind: 'sign-in', message: why.message, remedy: why.remedy, signIn: why })
  }

  async function carry(request: SignInRequest, mine: Attempt<Outcome>): Promise<Outcome> {
    const asked = accountOf(request.accountId)
    const renewal =
      active?.microsoft?.account.id === asked?.id ? active?.microsoft?.gate.renewal() : undefined
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
    const of = active?.microsoft
    if (active && of?.account.id === account.id) {
      of.gate.reopen(tokens)
      void describe(active)
      const now = changed()
      options.renewed()
      return succeed(now)
    }
    const now = await enter(account, tokens)
    return now ? succeed(now) : refuse({ kind: 'other-account', ...afterRunBegan(account.username), at })
  }

  async function reopen(): Promise<void> {
    const of = active?.microsoft
    if (!of) return
    if (!isWatched() && (await enter(of.account, microsoft.tokens()))) return
    void options.unwatched().then(reopen)
  }

  const accountOf = (id: string | undefined): Account | undefined =>
    id === undefined ? undefined : known().find((account) => account.id === id)

  function stopAttempt(): void {
    attempt?.stop()
    attempt = undefined
  }

  async function exploreNow(): Promise<SessionState> {
    const session = await options.explore()
    stopAttempt()
    return moveTo(activeSimulation(session))
  }

  return {
    current: () => active?.session,
    state,
    async begin() {
      accounts = await microsoft.accounts()
      const last = accountOf(memory.lastAccount())
      if (last && !active && !attempt && !exploring) await enter(last, microsoft.tokens())
      else if (accounts.length > 0) changed()
    },
    async explore() {
      if (active) return state()
      // Two clicks enter once.
      exploring ??= exploreNow().finally(() => {
        exploring = undefined
      })
      return exploring
    },
    async signIn(request) {
      if (attempt && isSameRequest(attempt.request, request)) return attempt.outcome
      const isAgain = request.accountId !== undefined && request.accountId === active?.microsoft?.account.id
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
      if (active?.microsoft?.account.id === accountId) return succeed(state())
      if (isWatched()) return underWay()
      const account = accounts.find(({ id }) => id === accountId)
      if (!account) return notRemembered()
      stopAttempt()
      const now = await enter(account, microsoft.tokens())
      return now ? succeed(now) : underWay()
    },
    reopen,
    async signOut(accountId) {
      const current = active?.microsoft?.account.id
      const leaves = active !== undefined && (accountId === undefined || accountId === current)
      if (leaves && isWatched())
        return fail({ kind: 'run-under-way', ...text.main.failures.signOutDuringRun })
      const leaving = accountId ?? current
      const left = leaves ? active : undefined
      if (left) active = undefined
      if (leaving !== undefined) {
        if (memory.lastAccount() === leaving) memory.rememberAccount(undefined)
        await microsoft.signOut(leaving)
        accounts = await microsoft.accounts()
      }
      failure = undefined
      await leave(left)
      return succeed(changed())
    },
    async close() {
      stopAttempt()
      const left = active
      active = undefined
      await leave(left)
    },
  }
}

const underWay = (): Outcome => fail({ kind: 'run-under-way', ...text.main.failures.switchDuringRun })
const notRemembered = (): Outcome => fail({ kind: 'sign-in', ...text.main.failures.notRemembered })
