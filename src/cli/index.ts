import process from 'node:process'
import { InvalidArgumentError, Option, program } from 'commander'
import { version } from '../../package.json'
import { parseRegion, type Region, regions } from '../shared/gateway/region.ts'
import { text } from '../shared/text/index.ts'
import { checkCommand } from './check-command.ts'
import { defaultDataDirectory } from './data-directory.ts'
import { exitCode, Stop } from './exit-code.ts'
import { resumeCommand } from './resume-command.ts'
import { runCommand } from './run-command.ts'
import { runsCommand } from './runs-command.ts'
import { urlsCommand } from './urls-command.ts'

const { options, commands } = text.cli

const region = () =>
  new Option('--region <region>', options.region).argParser((value): Region => {
    const known = parseRegion(value)
    if (!known) throw new InvalidArgumentError(text.cli.notARegion(regions))
    return known
  })

const number = (flags: string, description: string, least: number) =>
  new Option(flags, description).argParser((value): number => {
    const parsed = Number(value)
    if (!Number.isFinite(parsed) || parsed < least) throw new InvalidArgumentError(text.cli.notANumber(least))
    return parsed
  })

const dataDirectory = () =>
  new Option('--data-dir <folder>', options.dataDirectory).default(defaultDataDirectory())

function withAccess(command: ReturnType<typeof program.command>) {
  return command
    .addOption(new Option('--simulate', options.simulate).conflicts(['api', 'tokenFile']))
    .addOption(number('--speed <n>', options.speed, 1))
    .addOption(number('--seed <n>', options.seed, 0))
    .option('--api <url>', options.api)
    .option('--token-file <file>', options.tokenFile)
    .option('--export <file>', options.export)
    .option('--json', options.jsonEvents)
    .addOption(dataDirectory())
}

program.name('cli').description(text.cli.description).version(version).exitOverride().showHelpAfterError()
program
  .command('check <list>')
  .description(commands.check)
  .addOption(region())
  .option('--json', options.json)
  .action(checkCommand)
program
  .command('urls')
  .description(commands.urls)
  .requiredOption('--tenant <guid>', options.tenant)
  .addOption(region())
  .option('--json', options.json)
  .action(urlsCommand)
withAccess(
  program.command('run <list>').description(commands.run).addOption(region()).option('--yes', options.yes),
).action(runCommand)
withAccess(program.command('resume [run]').description(commands.resume))
  .option('--yes', options.yes)
  .action(resumeCommand)
program
  .command('runs')
  .description(commands.runs)
  .addOption(dataDirectory())
  .option('--json', options.json)
  .action(runsCommand)

// A reader that has seen enough (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof Stop) {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = error.exitCode
  } else if (isUsageError(error)) {
    process.exitCode = error.exitCode === 0 ? exitCode.ok : exitCode.usage
  } else throw error
}

// Commander has already printed what is wrong, or the help that was asked for.
function isUsageError(error: unknown): error is { readonly code: string; readonly exitCode: number } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('commander.')
}
