import process from 'node:process'
import type { Account } from '../../shared/auth/account.ts'
import type { SignInFailure } from '../../shared/auth/sign-in-failure.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { paintWarning } from '../paint.ts'
import { harmless, tell } from '../print.ts'
import { untilCtrlC } from '../until-ctrl-c.ts'
import { isWanted } from './choose-account.ts'
import type { CliAccounts } from './cli-accounts.ts'
import { describeFailure } from './describe-failure.ts'
import { signInByCode } from './sign-in-by-code.ts'
import { tellPlace, whyNoKeyring } from './tell-place.ts'

export type SignedIn = { readonly account: Account; readonly clientId: string }

/** Has somebody sign in with a code now, as `username` where one is named. Stops where nobody can. */
export async function signInHere(
  accounts: CliAccounts,
  request: {
    readonly clientId: string
    /** ID or domain. */
    readonly tenant: string | undefined
    readonly username: string | undefined
    /** Why the stored sign-in does not do. */
    readonly because?: SignInFailure
  },
): Promise<SignedIn> {
  const { clientId, tenant, username, because } = request
  const signIn = text.cli.signIn
  const blocked = await accounts.storage.blocked()
  if (blocked !== undefined) tell(paintWarning(signIn.cannotBeOpened(whyNoKeyring(blocked))))
  if (because) tell(describeFailure(because))
  if (!process.stderr.isTTY) throw new Stop(exitCode.access, signIn.notSignedIn(tenant))

  tell(signIn.signingIn(tenant, username && harmless(username)))
  const authenticator = await accounts.authenticator(clientId)
  const before = await accounts.entries()
  const outcome = await untilCtrlC((signal) => signInByCode(authenticator, tenant, signal, tell))
  if (!outcome.ok)
    throw new Stop(exitCode.access, describeFailure(outcome.failure), text.cli.run.notConfirmed)
  const account = outcome.value
  if (!isWanted(account.username, username)) {
    // Nobody asked to keep this one.
    if (!before.some((entry) => entry.account.id === account.id)) await authenticator.signOut(account.id)
    throw new Stop(exitCode.access, signIn.otherAccount(harmless(account.username), harmless(username ?? '')))
  }
  await tellPlace(accounts.storage)
  return { account, clientId }
}
