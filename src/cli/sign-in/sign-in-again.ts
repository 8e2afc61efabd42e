import type { Authenticator } from '../../core/auth/authenticator.ts'
import { needsPerson } from '../../core/auth/needs-person.ts'
import { inventoryResource } from '../../core/inventory/address.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { text } from '../../shared/text/index.ts'
import { type AskOptions, askUntilBack } from './ask-until-back.ts'
import { describeFailure } from './describe-failure.ts'

/** A run that is watched with the session's tokens. */
type WatchedRun = {
  /** Signed in again: looks at once instead of waiting. */
  wake(): void
  /** Nobody here can sign in: ends watching. */
  giveUp(): void
}

/** Tokens for a session, and what happens when only the person can renew them. */
export type SignInAgain = {
  readonly token: Authenticator['token']
  /** Why a resource's last token could not be had without the person; undefined when all could. */
  failure(): SignInFailure | undefined
  /** From now on the person is asked when they are needed; the function returned ends that. */
  accompany(run: WatchedRun): () => void
}

export type SignInAgainOptions = AskOptions & {
  readonly authenticator: Pick<Authenticator, 'token'>
  /** Whether somebody can read a code here. */
  readonly isTerminal: boolean
}

/**
 * If a renewal needs the person while a run is watched, offers a new code if somebody can read it, and ends watching
 * otherwise. A sign-in of the same account in another terminal counts, too.
 */
export function createSignInAgain(options: SignInAgainOptions): SignInAgain {
  const { authenticator, isTerminal, tell } = options
  let run: WatchedRun | undefined
  let asking: { readonly resource: string; readonly stop: AbortController } | undefined
  let signIns = 0
  /** The last token and the last failure of each resource. */
  const handedOut = new Map<string, string>()
  const failures = new Map<string, SignInFailure>()

  async function ask(resource: string, because: SignInFailure, watched: WatchedRun): Promise<void> {
    const stop = new AbortController()
    asking = { resource, stop }
    tell(describeFailure(because))
    const isBack = isTerminal && (await askUntilBack(options, stop.signal))
    if (stop.signal.aborted) return
    asking = undefined
    if (isBack) goOn(watched)
    else watched.giveUp()
  }

  function goOn(watched: WatchedRun | undefined): void {
    signIns += 1
    tell(text.cli.signIn.backAgain)
    watched?.wake()
  }

  function goOnWith(resource: string, token: string): void {
    // The one that was refused may come once more from the cache; another one is of a new sign-in: in another terminal, or
    // this one's, whose token may come before the answer to its code.
    if (asking?.resource === resource && token !== handedOut.get(resource)) {
      asking.stop.abort()
      asking = undefined
      goOn(run)
    }
    handedOut.set(resource, token)
  }

  return {
    async token(accountId, request) {
      const { resource } = request
      // No run needs this token. Its absence ends no sign-in, and nobody is asked to sign in for it.
      if (resource === inventoryResource) return authenticator.token(accountId, request)
      const signInsBefore = signIns
      const outcome = await authenticator.token(accountId, request)
      const failure = !outcome.ok && needsPerson(outcome.failure) ? outcome.failure : undefined
      if (failure) failures.set(resource, failure)
      else failures.delete(resource)
      if (outcome.ok) goOnWith(resource, outcome.value)
      if (failure && run && !asking) {
        // Asked for before the new sign-in and refused after it: the next try will do.
        if (signIns > signInsBefore) run.wake()
        else void ask(resource, failure, run)
      }
      return outcome
    },
    failure: () => failures.values().next().value,
    accompany(watched) {
      run = watched
      return () => {
        run = undefined
        asking?.stop.abort()
      }
    },
  }
}
