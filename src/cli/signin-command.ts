import { defaultClientId } from '../shared/auth/client-id.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { joinSystemNetwork } from './network.ts'
import { paintWarning } from './paint.ts'
import { harmless, print, tell } from './print.ts'
import { checkStandIns } from './sign-in/check-stand-ins.ts'
import { type CliAccountsOptions, openCliAccounts } from './sign-in/cli-accounts.ts'
import { describeFailure } from './sign-in/describe-failure.ts'
import { lookUpTenantName } from './sign-in/look-up-tenant-name.ts'
import { signInByCode } from './sign-in/sign-in-by-code.ts'
import { tellPlace, whyNoKeyring } from './sign-in/tell-place.ts'
import { untilCtrlC } from './until-ctrl-c.ts'

/** Signs somebody in with a code and keeps it for later commands, where that is safe. */
export async function signinCommand(
  options: CliAccountsOptions & { tenant?: string; clientId?: string },
): Promise<void> {
  const { tenant, clientId = defaultClientId } = options
  checkStandIns(options)
  await joinSystemNetwork()
  const accounts = await openCliAccounts(options)
  const authenticator = await accounts.authenticator(clientId)
  // Before anybody takes the trouble.
  const place = await accounts.storage.place()
  if (place.kind === 'memory') tell(paintWarning(text.cli.signIn.willNotKeep(whyNoKeyring(place.trouble))))

  tell(text.cli.signIn.signingIn(tenant))
  const outcome = await untilCtrlC((signal) => signInByCode(authenticator, tenant, signal, tell))
  if (!outcome.ok) throw new Stop(exitCode.access, describeFailure(outcome.failure))
  const account = outcome.value
  const { tenant: described } = await lookUpTenantName(await accounts.openSession(account, authenticator))
  print(text.cli.signIn.signedIn(harmless(account.username), harmless(text.cli.run.tenant(described))))
  await tellPlace(accounts.storage)
}
