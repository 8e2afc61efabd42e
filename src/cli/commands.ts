import { type Command, Option } from 'commander'
import { maxSheetRows } from '../shared/phones/list-limit.ts'
import { text } from '../shared/text/index.ts'
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

const site = text.cli.site
const { options, commands } = text.cli.program

type Name = keyof typeof commands

/**
 * Tells the program its commands: the one that the first argument names, else all, for the list of them. To make all of
 * their options takes a tenth of what a short command takes, and nobody sees those of the others.
 */
export function addCommands(program: Command, first: string | undefined): void {
  const called = names.find((name) => name === first || alias[name] === first)
  for (const name of called ? [called] : names) {
    const command = define[name](program.command(name).description(commands[name]))
    const other = alias[name]
    if (other !== undefined) command.alias(other)
  }
}

const alias: { readonly [name in Name]?: string } = { settle: 'reconcile' }

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
  if (results) command.addOption(exportFile()).addHelpText('after', `\n${text.cli.program.accessHelp}`)
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

/** What each command takes, in the order of the list of commands. */
const define: { readonly [name in Name]: (command: Command) => Command } = {
  check: (command) =>
    withList(command.argument('<list>'))
      .option('--json', options.json)
      .action(later(async () => (await import('./check-command.ts')).checkCommand)),
  urls: (command) =>
    command
      .requiredOption('--tenant <guid>', options.tenant)
      .addOption(region())
      .option('--json', options.json)
      .action(later(async () => (await import('./urls-command.ts')).urlsCommand)),
  dhcp: (command) =>
    withColumns(
      command
        .argument('[list]')
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
      .action(later(async () => (await import('./dhcp-command.ts')).dhcpCommand)),
  site: (command) =>
    withAccess(
      command
        .addOption(region().makeOptionMandatory())
        .addOption(ipv4('--public-ip <address>', site.options.publicIp))
        .addOption(ipv4('--ntp <address>', site.options.ntpToAsk)),
      options.json,
      false,
    )
      .addHelpText('after', `\n${site.siteHelp}`)
      .action(later(async () => (await import('./site-command.ts')).siteCommand)),
  signin: (command) =>
    withAccounts(command)
      .addOption(tenantName(options.tenantToSignIn))
      .addOption(clientId())
      .option('--store-unencrypted', options.storeUnencrypted)
      .action(later(async () => (await import('./signin-command.ts')).signinCommand)),
  signout: (command) =>
    withAccounts(command.argument('[account]'))
      .addOption(tenantName(options.tenantToSignOut))
      .option('--all', options.all)
      .action(later(async () => (await import('./signout-command.ts')).signoutCommand)),
  whoami: (command) =>
    withAccounts(command)
      .option('--json', options.json)
      .action(later(async () => (await import('./whoami-command.ts')).whoamiCommand)),
  doctor: (command) =>
    withAccess(command, options.json, false)
      .addHelpText('after', `\n${text.cli.program.doctorHelp}`)
      .action(later(async () => (await import('./doctor-command.ts')).doctorCommand)),
  ready: (command) =>
    withAccess(
      withList(command.argument('<list>'))
        .addOption(rows())
        .option('--fix <folder>', options.fix)
        .option('--inventory', options.inventory),
      options.json,
      false,
    )
      .addHelpText('after', `\n${text.cli.program.readyHelp}`)
      .action(later(async () => (await import('./ready-command.ts')).readyCommand)),
  run: (command) =>
    withAccess(
      withList(command.argument('<list>'))
        .option('--yes', options.yes)
        .addOption(rows())
        .option('--include-signed-in', options.includeSignedIn)
        .option('--keep-going', options.keepGoing)
        .addOption(batchSize()),
    ).action(later(async () => (await import('./run-command.ts')).runCommand)),
  resume: (command) =>
    withAccess(command.argument('[run]'))
      .option('--yes', options.yes)
      .option('--keep-going', options.keepGoing)
      .option('--discard-queued', options.discardQueued)
      .action(later(async () => (await import('./resume-command.ts')).resumeCommand)),
  settle: (command) =>
    withAccess(command.argument('[run]'), options.jsonReconcile)
      .addOption(batches())
      .addOption(
        new Option('--adopt <batch-id>', options.adopt).conflicts(['submitAgain', 'refused', 'leave']),
      )
      .addOption(new Option('--submit-again', options.submitAgain).conflicts(['refused', 'leave']))
      .addOption(new Option('--refused', options.refused).conflicts(['leave']))
      .option('--leave', options.leave)
      .option('--yes', options.yes)
      .addHelpText('after', `\n${text.cli.program.reconcileHelp}`)
      .action(later(async () => (await import('./reconcile-command.ts')).reconcileCommand)),
  runs: (command) =>
    command
      .addOption(dataDirectory())
      .option('--json', options.json)
      .action(later(async () => (await import('./runs-command.ts')).runsCommand)),
  report: (command) =>
    command
      .argument('[runs...]')
      .addOption(htmlFile().makeOptionMandatory())
      .option('--site <text>', options.reportSite)
      .addOption(dataDirectory())
      .action(later(async () => (await import('./report-command.ts')).reportCommand)),
}

const names = Object.keys(define) as readonly Name[]
