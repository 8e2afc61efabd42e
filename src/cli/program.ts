import process from 'node:process'
import { program } from 'commander'
import { version } from '../../package.json'
import { text } from '../shared/text/index.ts'
import { chooseLanguage } from '../shared/text/language.ts'
import { addCommands } from './commands.ts'
import { exitCode, Stop } from './exit-code.ts'
import { harmless, printable, tell } from './print.ts'
import { endUnexpected, endWhatIsUnexpected } from './unexpected.ts'

/** Does what the command line says, and ends the process. */
export async function runProgram(): Promise<void> {
  endWhatIsUnexpected()
  await chooseLanguage()
  describeProgram()
  const isOutputLost = outliveLostOutput()
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = codeOfStopped(error) ?? endUnexpected(error)
  }
  process.stdout.write('', () => setImmediate(() => process.stderr.write('', () => leave(isOutputLost()))))
}

/** Says why a command has stopped, and answers its exit code; undefined where nobody has foreseen this error. */
export function codeOfStopped(error: unknown): number | undefined {
  if (error instanceof Stop) {
    tell(error.message.split('\n').map(harmless).join('\n'))
    return error.exitCode
  }
  if (isUsageError(error)) return error.exitCode === 0 ? exitCode.ok : exitCode.usage
  return undefined
}

function describeProgram(): void {
  program
    .name('cli')
    .description(text.cli.program.description)
    .version(version)
    .exitOverride()
    .showHelpAfterError()
  // Commander repeats arguments as they were typed. Of its own line ends only one stands within a sentence.
  program.configureOutput({
    writeOut: (words) => process.stdout.write(printable(words)),
    writeErr: (words) => process.stderr.write(printable(words)),
    outputError: (words, write) => write(`${words.trimEnd().split('\n(').map(harmless).join('\n(')}\n`),
  })
  addCommands(program, process.argv[2])
}

/**
 * Lets Node end by itself, with what could not be written said by now. To exit at once may take for ever: a compiler of V8 in
 * the background waits for a collection of garbage that the main thread no longer makes, and the main thread for the compiler
 * (nodejs/node#54918; seen after checks of long lists). What is left after a moment is MSAL, which would keep the process
 * until its next poll, seconds after a cancelled sign-in.
 */
function leave(isOutputLost: boolean): void {
  if (isOutputLost) process.exitCode = exitCode.outputLost
  setTimeout(() => process.exit(), 200).unref()
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
    tell(text.cli.program.outputLost(message))
  })
  // There is no place left to report that nothing can be reported.
  process.stderr.on('error', () => undefined)
  return () => isLost
}
