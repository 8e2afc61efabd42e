import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { Command } from 'commander'
import { exitCode } from '../../src/cli/exit-code.ts'
import { type Output, stderr, stdout } from '../../src/cli/output.ts'
import { codeOfStopped, describeProgram } from '../../src/cli/program.ts'
import type { CliOutcome } from './run-cli.ts'

/**
 * Does a command of the terminal in this process, for tests of what it says and does: most of the processor time of a program
 * that is started goes into code that is loaded and warm here. What needs a signal, a terminal, an environment or an end of
 * its own starts the program.
 */
export function commandHere(...args: readonly string[]): Promise<CliOutcome> {
  // What is printed, and the exit code, are those of the process: one command at a time.
  const outcome = last.then(() => carryOut(args))
  last = outcome.catch(() => undefined)
  return outcome
}

let last: Promise<unknown> = Promise.resolve()

async function carryOut(args: readonly string[]): Promise<CliOutcome> {
  const program = new Command()
  describeProgram(program, args[0])
  const out = listenTo(stdout)
  const errors = listenTo(stderr)
  try {
    await program.parseAsync(args, { from: 'user' })
  } catch (error) {
    const code = codeOfStopped(error)
    if (code === undefined) throw error
    process.exitCode = code
  } finally {
    out.end()
    errors.end()
    // A command for a long list sets these, as its process ends soon. This one goes on with other files.
    for (const flag of ['--opt', '--heap-growing-percent=0']) setFlagsFromString(flag)
  }
  const code = Number(process.exitCode ?? exitCode.ok)
  process.exitCode = undefined
  return { code, out: out.heard(), errors: errors.heard() }
}

/** Takes what is written to an output, until the end. */
function listenTo(output: Output): { heard(): string; end(): void } {
  const { write } = output
  let heard = ''
  output.write = (words) => {
    heard += words
    return true
  }
  return {
    heard: () => heard,
    end() {
      output.write = write
    },
  }
}
