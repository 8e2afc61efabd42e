import process from 'node:process'
import { text } from '../shared/text/index.ts'
import { exitCode } from './exit-code.ts'
import { paintWarning } from './paint.ts'
import { print, printJson, tell } from './print.ts'
import { checkStandIns } from './sign-in/check-stand-ins.ts'
import { type CliAccountsOptions, openCliAccounts } from './sign-in/cli-accounts.ts'
import { describeEntries } from './sign-in/describe-entries.ts'
import { whyNoKeyring } from './sign-in/tell-place.ts'

/** Prints who is signed in at this terminal, without asking Microsoft. Exit 3 when nobody is. */
export async function whoamiCommand(options: CliAccountsOptions & { json?: true }): Promise<void> {
  checkStandIns(options)
  const accounts = await openCliAccounts(options)
  const entries = await accounts.entries()
  const blocked = entries.length === 0 ? await accounts.storage.blocked() : undefined
  if (blocked !== undefined) tell(paintWarning(text.cli.signIn.cannotBeOpened(whyNoKeyring(blocked))))
  if (options.json) {
    printJson({
      accounts: entries.map(({ account, clientId }) => {
        const { username, name, tenantId } = account
        return { username, ...(name !== undefined && { name }), tenantId, clientId }
      }),
    })
  } else if (entries.length === 0 && blocked === undefined) print(text.cli.signIn.nobody)
  else for (const line of describeEntries(entries)) print(line)
  if (entries.length === 0) process.exitCode = exitCode.access
}
