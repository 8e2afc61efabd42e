import process from 'node:process'
import { createInterface } from 'node:readline/promises'
import { text } from '../shared/text/index.ts'
import { exitCode, Stop } from './exit-code.ts'

/** Asks on the terminal; only the whole word counts as yes. Stops where nobody can answer. */
export async function ask(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Stop(exitCode.resumable, text.cli.nobodyToAsk)
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(`${question} `)).trim().toLowerCase() === text.cli.yes
  } finally {
    terminal.close()
  }
}
