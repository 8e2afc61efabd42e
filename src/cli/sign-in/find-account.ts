import { needsPerson } from '../../core/auth/needs-person.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { chooseAccount, type Wanted } from './choose-account.ts'
import type { CliAccounts } from './cli-accounts.ts'
import { describeEntries } from './describe-entries.ts'
import { describeFailure } from './describe-failure.ts'
import { type SignedIn, signInHere } from './sign-in-here.ts'

/**
 * The account to work with, for which a token can be had: a stored one silently; else, where somebody sits at
 * the terminal, one that signs in with a code now. `tenant` is what that sign-in is for, as the person wrote
 * it. Stops where neither is possible, or where it would be a guess.
 */
export async function findAccount(
  accounts: CliAccounts,
  wanted: Wanted,
  tenant: string | undefined,
): Promise<SignedIn> {
  const choice = chooseAccount(await accounts.entries(), wanted)
  switch (choice.kind) {
    case 'several':
      throw new Stop(exitCode.access, text.cli.signIn.several(describeEntries(choice.entries)))
    case 'none': {
      const { clientId = defaultClientId, username } = wanted
      return signInHere(accounts, { clientId, tenant, username })
    }
    case 'one': {
      const { account, clientId } = choice.entry
      const authenticator = await accounts.authenticator(clientId)
      const token = await authenticator.token(account.id, { renew: false })
      if (token.ok) return { account, clientId }
      if (!needsPerson(token.failure)) throw new Stop(exitCode.access, describeFailure(token.failure))
      const { tenantId, username } = account
      return signInHere(accounts, { clientId, tenant: tenantId, username, because: token.failure })
    }
  }
}
