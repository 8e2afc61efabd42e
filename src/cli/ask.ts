import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'
import { stderr } from './output.ts'
import { printable, tell } from './print.ts'

/** Whether somebody sits at the terminal who could answer. */
export const canAsk = (): boolean => process.stdin.isTTY === true

/** Asks on the terminal; only the whole word counts as yes. Stops where nobody can answer. */
export async function ask(question: string): Promise<boolean> {
  if (!canAsk()) throw new Stop(exitCode.resumable, text.cli.run.nobodyToAsk)
  return (await askForLine(question)).toLowerCase() === text.cli.run.yes
}

/** What somebody types on the terminal, without the blanks around it. Stops at Ctrl-C and Ctrl-D. */
export async function askForLine(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: stderr.stream() })
  try {
    return (await terminal.question(`${printable(question, stderr)} `)).trim()
  } catch (error) {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
    // The cursor stands behind the question.
    tell('')
    throw new Stop(exitCode.resumable, text.cli.run.notConfirmed)
  } finally {
    terminal.close()
  }
}
