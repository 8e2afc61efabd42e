import { fail, succeed } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import type { Handlers } from '../ipc/answer.ts'
import type { Runs } from '../run/runs.ts'
import type { SessionDesk } from '../session-desk.ts'
import { isWatching } from '../watching.ts'

export function sessionHandlers(
  sessions: SessionDesk,
  runs: Pick<Runs, 'state'>,
): Pick<Handlers, 'session:get' | 'session:explore' | 'session:sign-in' | 'session:sign-out'> {
  return {
    'session:get': () => succeed(sessions.state()),
    'session:explore': async () => succeed(await sessions.explore()),
    'session:sign-in': () => fail({ kind: 'sign-in', ...text.main.failures.noRealSignIn }),
    'session:sign-out': async () =>
      isWatching(runs.state())
        ? fail({ kind: 'run-under-way', ...text.main.failures.signOutDuringRun })
        : succeed(await sessions.signOut()),
  }
}
