import type { Clock } from '../../core/clock/clock.ts'
import type { SessionService } from '../../core/session/session-service.ts'
import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'

// A keyring that waits for its password must not keep the page waiting, in ms.
const longestBeginning = 2000

/** Signing in and out, and the simulated tenant. */
export function sessionHandlers(options: {
  readonly sessions: SessionService
  /** Remembered sign-ins have been restored. */
  readonly begun: Promise<void>
  readonly sleep: Clock['sleep']
  /** Rejects for an address that is nobody's to open. */
  readonly openInBrowser: (url: string) => Promise<void>
}): Pick<
  Handlers,
  | 'session:get'
  | 'session:explore'
  | 'session:sign-in'
  | 'session:cancel-sign-in'
  | 'session:open-code-page'
  | 'session:switch'
  | 'session:sign-out'
> {
  const { sessions, begun, sleep, openInBrowser } = options
  const { noCode, browserFailed } = text.main.failures
  return {
    'session:get': async () => {
      await Promise.race([begun, sleep(longestBeginning)])
      return succeed(sessions.state())
    },
    'session:explore': async () => succeed(await sessions.explore()),
    'session:sign-in': (request) => sessions.signIn(request),
    'session:cancel-sign-in': () => succeed(sessions.cancelSignIn()),
    'session:open-code-page': async () => {
      const state = sessions.state()
      const signingIn = state.kind === 'signed-in' ? state.signingIn : state
      const page = signingIn && 'code' in signingIn ? signingIn.code?.verificationUri : undefined
      if (page === undefined) return fail({ kind: 'sign-in', ...noCode })
      const opened = await openInBrowser(page).then(
        () => true,
        () => false,
      )
      return opened ? succeed(undefined) : fail({ kind: 'sign-in', ...browserFailed })
    },
    'session:switch': ({ accountId }) => sessions.switchTo(accountId),
    'session:sign-out': ({ accountId }) => sessions.signOut(accountId),
  }
}
