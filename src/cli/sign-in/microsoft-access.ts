import process from 'node:process'
import { needsPerson } from '../../core/auth/needs-person.ts'
import { systemClock } from '../../core/clock/clock.ts'
import { adminApiResource } from '../../core/gateway/address.ts'
import type { TenantSession } from '../../core/session/tenant-session.ts'
import { defaultClientId } from '../../shared/auth/client-id.ts'
import { troubleWords } from '../../shared/powershell/trouble-words.ts'
import { text } from '../../shared/text/index.ts'
import { exitCode, Stop } from '../exit-code.ts'
import { joinSystemNetwork } from '../network.ts'
import { paintWarning } from '../paint.ts'
import { tell } from '../print.ts'
import { checkStandIns } from './check-stand-ins.ts'
import { chooseAccount, type Wanted } from './choose-account.ts'
import { type CliAccounts, type CliAccountsOptions, openCliAccounts } from './cli-accounts.ts'
import { describeEntries } from './describe-entries.ts'
import { describeFailure } from './describe-failure.ts'
import { lookUpTenantName } from './look-up-tenant-name.ts'
import { createSignInAgain, type SignInAgain } from './sign-in-again.ts'
import { type SignedIn, signInHere } from './sign-in-here.ts'

export type MicrosoftOptions = CliAccountsOptions & {
  /** ID or domain. */
  readonly tenant?: string
  /** A username. */
  readonly account?: string
  readonly clientId?: string
}

/** A session, and how a watched run has the person asked when its tokens need them. */
export type MicrosoftAccess = {
  readonly session: TenantSession
  readonly accompany: SignInAgain['accompany']
  /** A session of the same account by Microsoft's module; or what is in its way, in words. */
  byModule(): Promise<TenantSession | string>
}

/** The tenant and the operator of a run that is taken up again. */
export type Resumed = { readonly tenantId: string; readonly username: string }

/**
 * A session of a Microsoft account, with the tenant's name as far as the service tells it. A run that is
 * resumed has its own tenant, and rather its own operator. Stops where nobody can sign in.
 */
export async function openMicrosoftAccess(
  options: MicrosoftOptions,
  resumed?: Resumed,
): Promise<MicrosoftAccess> {
  const { tenant, account: username, clientId } = options
  checkStandIns(options)
  await joinSystemNetwork()
  const accounts = await openCliAccounts(options)
  const tenantId = tenant === undefined ? resumed?.tenantId : await accounts.tenantId(tenant)
  const wanted = {
    ...(tenantId !== undefined && { tenantId }),
    ...(username !== undefined && { username }),
    ...(clientId !== undefined && { clientId }),
    ...(resumed && { rather: resumed.username }),
  }
  const { account, clientId: its } = await findAccount(accounts, wanted, tenant ?? tenantId)
  const again = createSignInAgain({
    account,
    authenticator: await accounts.authenticator(its),
    clock: systemClock,
    isTerminal: process.stderr.isTTY,
    tell: (words) => tell(paintWarning(words)),
  })
  const session = await accounts.openSession(account, again)
  if (options.via === 'powershell') tell(text.cli.powershell.secondToken)
  const byModule = async (): Promise<TenantSession | string> => {
    tell(text.cli.powershell.secondToken)
    const other = await accounts.openSession(account, again, 'powershell')
    const names = await lookUpTenantName(other)
    const trouble = accounts.trouble()
    if (!trouble) return { ...other, ...names }
    await other.end()
    return troubleWords(trouble)
  }
  let known = await lookUpTenantName(session)
  if (accounts.trouble()) {
    // What it is has been said.
    await session.end()
    throw new Stop(exitCode.access, text.cli.powershell.notUsed)
  }
  // The service refused a token that looked good here. Better now than during a run.
  const because = again.failure()
  if (because) {
    await signInHere(accounts, {
      clientId: its,
      tenant: account.tenantId,
      username: account.username,
      because,
    })
    known = await lookUpTenantName(session)
  }
  return { session: { ...session, ...known }, accompany: again.accompany, byModule }
}

/**
 * The account to work with, and for which there is a token: a stored one silently; otherwise, if somebody is at
 * the terminal, one that signs in with a code now. `tenant` is what that sign-in is for, as the person wrote
 * it. Stops where neither is possible, or where it would be a guess.
 */
async function findAccount(
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
      const token = await authenticator.token(account.id, { resource: adminApiResource, renew: false })
      if (token.ok) return { account, clientId }
      if (!needsPerson(token.failure)) throw new Stop(exitCode.access, describeFailure(token.failure))
      const { tenantId, username } = account
      return signInHere(accounts, { clientId, tenant: tenantId, username, because: token.failure })
    }
  }
}
