import process from 'node:process'
import { type Command, program } from 'commander'
import { version } from '../../package.json'
import { text } from '../shared/text/index.ts'
import { chooseLanguage } from '../shared/text/language.ts'
import { addCommands } from './commands.ts'
import { exitCode, Stop } from './exit-code.ts'
import { stderr, stdout } from './output.ts'
import { harmless, printable, tell } from './print.ts'
import { endUnexpected, endWhatIsUnexpected } from './unexpected.ts'

/** Does what the command line says, and ends the process. */
export async function runProgram(): Promise<void> {
  endWhatIsUnexpected()
  await chooseLanguage()
  describeProgram(program, process.argv[2])
  const isOutputLost = outliveLostOutput()
  try {
    await program.parseAsync()
  } catch (error) {
    process.exitCode = codeOfStopped(error) ?? endUnexpected(error)
  }
  stdout.whenWritten(() => stderr.whenWritten(() => leave(isOutputLost())))
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

/** Tells the program what it is, and its commands; `first`: the first argument. */
export function describeProgram(program: Command, first: string | undefined): void {
  program
    .name('cli')
    .description(text.cli.program.description)
    .version(version)
    .exitOverride()
    .showHelpAfterError()
  // Commander repeats arguments as they were typed. Of its own line ends only one stands within a sentence.
  program.configureOutput({
    writeOut: (words) => stdout.write(printable(words, stdout)),
    writeErr: (words) => stderr.write(printable(words, stderr)),
    outputError: (words, write) => write(`${words.trimEnd().split('\n(').map(harmless).join('\n(')}\n`),
  })
  addCommands(program, first)
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
  stdout.onLost(({ code, message }) => {
    if (code === 'EPIPE' || isLost) return
    isLost = true
    tell(text.cli.program.outputLost(message))
  })
  return () => isLost
}
