import type { CacheEntry } from '../core/auth/cache-document.ts'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { joinSystemNetwork } from './network.ts'
import { harmless, print } from './print.ts'
import { checkStandIns } from './sign-in/check-stand-ins.ts'
import { chooseAccount } from './sign-in/choose-account.ts'
import { type CliAccounts, type CliAccountsOptions, openCliAccounts } from './sign-in/cli-accounts.ts'
import { describeEntries } from './sign-in/describe-entries.ts'
import { whyNoKeyring } from './sign-in/tell-place.ts'

type SignoutOptions = CliAccountsOptions & { tenant?: string; all?: true }

/** Forgets an account here, or with `all` everything that is stored, readable or not. */
export async function signoutCommand(username: string | undefined, options: SignoutOptions): Promise<void> {
  checkStandIns(options)
  const accounts = await openCliAccounts(options)
  if (options.all) await eraseAll(accounts)
  else await signOutOne(accounts, username, options)
}

async function eraseAll({ storage }: CliAccounts): Promise<void> {
  try {
    await storage.erase()
  } catch (error) {
    throw new Stop(exitCode.access, text.cli.signIn.trouble.notErased((error as Error).message))
  }
  print(text.cli.signIn.allSignedOut)
}

async function signOutOne(
  accounts: CliAccounts,
  username: string | undefined,
  { tenant }: SignoutOptions,
): Promise<void> {
  const entries = await accounts.entries()
  const blocked = entries.length === 0 ? await accounts.storage.blocked() : undefined
  if (blocked !== undefined)
    throw new Stop(
      exitCode.access,
      text.cli.signIn.cannotBeOpened(whyNoKeyring(blocked)),
      text.cli.signIn.eraseAll,
    )
  // A domain has to be looked up at Microsoft.
  if (tenant !== undefined) await joinSystemNetwork()
  const choice = chooseAccount(entries.filter(isFirstOfAccount), {
    ...(username !== undefined && { username }),
    ...(tenant !== undefined && { tenantId: await accounts.tenantId(tenant) }),
  })
  if (choice.kind === 'none') throw new Stop(exitCode.access, text.cli.signIn.noSuchAccount)
  if (choice.kind === 'several')
    throw new Stop(exitCode.access, text.cli.signIn.severalToSignOut(describeEntries(choice.entries)))
  const { account } = choice.entry
  await accounts.storage.cache.remove(account.id)
  print(text.cli.signIn.signedOut(harmless(account.username), harmless(account.tenantId)))
}

const isFirstOfAccount = ({ account }: CacheEntry, index: number, all: readonly CacheEntry[]): boolean =>
  all.findIndex((one) => one.account.id === account.id) === index
