import process from 'node:process'
import { type Command, Option, program } from 'commander'
import { version } from '../../package.json'
import { maxSheetRows } from '../shared/phones/list-limit.ts'
import { text } from '../shared/text/index.ts'
import { chooseLanguage } from '../shared/text/language.ts'
import { exitCode, Stop } from './exit-code.ts'
import {
  authority,
  batches,
  batchSize,
  clientId,
  columns,
  dataDirectory,
  dhcpServer,
  exportFile,
  htmlFile,
  ipv4,
  makers,
  number,
  region,
  rows,
  sheet,
  tenantName,
  utcOffset,
} from './options.ts'
import { harmless, printable, tell } from './print.ts'
import { endUnexpected, endWhatIsUnexpected } from './unexpected.ts'

endWhatIsUnexpected()
await chooseLanguage()

const { options, commands, site } = text.cli

/**
 * Loads a command, and the code that only it needs, when it is called. Otherwise a short command would spend most of its
 * time loading the others.
 */
const later =
  <Args extends readonly unknown[]>(load: () => Promise<(...args: Args) => void | Promise<void>>) =>
  async (...args: Args): Promise<void> =>
    (await load())(...args)

/** `results`: whether the command has some to write into a file. */
function withAccess(command: Command, json = options.jsonEvents, results = true): Command {
  const ofStandIns = ['api', 'tokenFile', 'authority']
  const ofMicrosoft = ['tenant', 'account', 'clientId']
  command
    .addOption(tenantName(options.tenantName))
    .option('--account <username>', options.account)
    .addOption(clientId())
    .addOption(new Option('--simulate', options.simulate).conflicts([...ofStandIns, ...ofMicrosoft]))
    .addOption(number('--speed <n>', options.speed, 1, 100_000))
    .addOption(number('--seed <n>', options.seed, 0, Number.MAX_SAFE_INTEGER))
    .option('--api <url>', options.api)
    .addOption(new Option('--token-file <file>', options.tokenFile).conflicts(['authority', ...ofMicrosoft]))
    .addOption(authority())
  withModule(command, [...ofStandIns, 'simulate', 'account', 'clientId'])
  if (results) command.addOption(exportFile()).addHelpText('after', `\n${text.cli.accessHelp}`)
  return command.option('--json', json).addOption(dataDirectory())
}

/** By Microsoft's own cmdlets, which sign in by themselves: what belongs to another way does not go with it. */
const withModule = (command: Command, others: string[]): Command =>
  command
    .addOption(new Option('--via <way>', options.via).choices(['direct', 'powershell']))
    .addOption(new Option('--module-sign-in', options.moduleSignIn).conflicts(others))
    .option('--powershell <file>', options.powershell)
    .option('--module-version <version>', options.moduleVersion)

/** Of the commands that only sign in and out, `--api` is as little for people as `--authority`. */
const withAccounts = (command: Command): Command =>
  command.addOption(dataDirectory()).addOption(authority()).addOption(new Option('--api <url>').hideHelp())

const withList = (command: Command): Command => withColumns(command.addOption(region()))

/** How a list is to be read, where that is not certain. */
const withColumns = (command: Command): Command =>
  command
    .addOption(columns())
    .addOption(number('--header-row <n>', options.headerRow, 1, maxSheetRows))
    .addOption(sheet())

program.name('cli').description(text.cli.description).version(version).exitOverride().showHelpAfterError()
// Commander repeats arguments as they were typed. Of its own line ends only one stands within a sentence.
program.configureOutput({
  writeOut: (words) => process.stdout.write(printable(words)),
  writeErr: (words) => process.stderr.write(printable(words)),
  outputError: (words, write) => write(`${words.trimEnd().split('\n(').map(harmless).join('\n(')}\n`),
})
withList(program.command('check <list>').description(commands.check))
  .option('--json', options.json)
  .action(later(async () => (await import('./check-command.ts')).checkCommand))
program
  .command('urls')
  .description(commands.urls)
  .requiredOption('--tenant <guid>', options.tenant)
  .addOption(region())
  .option('--json', options.json)
  .action(later(async () => (await import('./urls-command.ts')).urlsCommand))
withColumns(
  program
    .command('dhcp [list]')
    .description(commands.dhcp)
    .addOption(dhcpServer())
    .requiredOption('--tenant <guid>', options.tenant)
    .addOption(region().makeOptionMandatory())
    .option('--scope <scope>', site.options.scope)
    .addOption(ipv4('--ntp <address>', site.options.ntp))
    .addOption(utcOffset())
    .addOption(makers())
    .option('--all-prefixes', site.options.allPrefixes),
)
  .addHelpText('after', `\n${site.dhcpHelp}`)
  .action(later(async () => (await import('./dhcp-command.ts')).dhcpCommand))
withAccess(
  program
    .command('site')
    .description(commands.site)
    .addOption(region().makeOptionMandatory())
    .addOption(ipv4('--public-ip <address>', site.options.publicIp))
    .addOption(ipv4('--ntp <address>', site.options.ntpToAsk)),
  options.json,
  false,
)
  .addHelpText('after', `\n${site.siteHelp}`)
  .action(later(async () => (await import('./site-command.ts')).siteCommand))
withAccounts(program.command('signin').description(commands.signin))
  .addOption(tenantName(options.tenantToSignIn))
  .addOption(clientId())
  .option('--store-unencrypted', options.storeUnencrypted)
  .action(later(async () => (await import('./signin-command.ts')).signinCommand))
withAccounts(program.command('signout [account]').description(commands.signout))
  .addOption(tenantName(options.tenantToSignOut))
  .option('--all', options.all)
  .action(later(async () => (await import('./signout-command.ts')).signoutCommand))
withAccounts(program.command('whoami').description(commands.whoami))
  .option('--json', options.json)
  .action(later(async () => (await import('./whoami-command.ts')).whoamiCommand))
withAccess(program.command('doctor').description(commands.doctor), options.json, false)
  .addHelpText('after', `\n${text.cli.doctorHelp}`)
  .action(later(async () => (await import('./doctor-command.ts')).doctorCommand))
withAccess(
  withList(program.command('ready <list>').description(commands.ready))
    .addOption(rows())
    .option('--fix <folder>', options.fix)
    .option('--inventory', options.inventory),
  options.json,
  false,
)
  .addHelpText('after', `\n${text.cli.readyHelp}`)
  .action(later(async () => (await import('./ready-command.ts')).readyCommand))
withAccess(
  withList(program.command('run <list>').description(commands.run))
    .option('--yes', options.yes)
    .addOption(rows())
    .option('--include-signed-in', options.includeSignedIn)
    .option('--keep-going', options.keepGoing)
    .addOption(batchSize()),
).action(later(async () => (await import('./run-command.ts')).runCommand))
withAccess(program.command('resume [run]').description(commands.resume))
  .option('--yes', options.yes)
  .option('--keep-going', options.keepGoing)
  .option('--discard-queued', options.discardQueued)
  .action(later(async () => (await import('./resume-command.ts')).resumeCommand))
withAccess(
  program.command('settle [run]').alias('reconcile').description(commands.settle),
  options.jsonReconcile,
)
  .addOption(batches())
  .addOption(new Option('--adopt <batch-id>', options.adopt).conflicts(['submitAgain', 'refused', 'leave']))
  .addOption(new Option('--submit-again', options.submitAgain).conflicts(['refused', 'leave']))
  .addOption(new Option('--refused', options.refused).conflicts(['leave']))
  .option('--leave', options.leave)
  .option('--yes', options.yes)
  .addHelpText('after', `\n${text.cli.reconcile.help}`)
  .action(later(async () => (await import('./reconcile-command.ts')).reconcileCommand))
program
  .command('runs')
  .description(commands.runs)
  .addOption(dataDirectory())
  .option('--json', options.json)
  .action(later(async () => (await import('./runs-command.ts')).runsCommand))
program
  .command('report [runs...]')
  .description(commands.report)
  .addOption(htmlFile().makeOptionMandatory())
  .option('--site <text>', options.reportSite)
  .addOption(dataDirectory())
  .action(later(async () => (await import('./report-command.ts')).reportCommand))

const isOutputLost = outliveLostOutput()
try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof Stop) {
    tell(error.message.split('\n').map(harmless).join('\n'))
    process.exitCode = error.exitCode
  } else if (isUsageError(error)) {
    process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage
  } else endUnexpected(error)
}
// MSAL would keep the process until its next poll, seconds after a cancelled sign-in. Output comes first.
process.stdout.write('', () => setImmediate(() => process.stderr.write('', leave)))

// Of what could not be written, stdout has said so by now.
function leave(): void {
  if (isOutputLost()) process.exitCode = exitCode.outputLost
  process.exit()
}

// Commander has already printed what is wrong, or the help that was asked for.
function isUsageError(error: unknown): error is { readonly code: string; readonly exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}

/**
 * Continues although the output reaches nobody: an error there would otherwise end a run half-way. The returned function
 * answers whether part of stdout was lost. A reader that has seen enough (`| head`) has lost nothing.
 */
function outliveLostOutput(): () => boolean {
  let isLost = false
  process.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || isLost) return
    isLost = true
    tell(text.cli.outputLost(message))
  })
  // There is no place left to report that nothing can be reported.
  process.stderr.on('error', () => undefined)
  return () => isLost
}
