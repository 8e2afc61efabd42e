import { mkdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { version } from '../../package.json'
import { briefly } from '../shared/text/briefly.ts'
import { text } from '../shared/text/index.ts'
import { defaultDataDirectory } from './data-directory.ts'
import { exitCode } from './exit-code.ts'
import { stderr } from './output.ts'
import { printable } from './print.ts'

/**
 * Ends the process after an unexpected error, with one line for the person there instead of Node's stack trace. It ends at
 * once: a program in an unknown state must send nothing more.
 */
export function endWhatIsUnexpected(): void {
  process.on('uncaughtException', endUnexpected)
  process.on('unhandledRejection', endUnexpected)
}

/** Says in one line what happened and what to do, keeps the details in a file, and ends the process with code 70. */
export function endUnexpected(error: unknown): never {
  const reason = briefly(firstLine(error instanceof Error ? error.message : String(error)), longestReason)
  const line = text.cli.program.unexpected(reason, keepDetails(error))
  try {
    writeSync(2, `${printable(line, stderr)}\n`)
  } catch {
    // Nobody reads it.
  }
  process.exit(exitCode.unexpected)
}

const longestReason = 300
const longestDetails = 20_000

const firstLine = (message: string): string => message.split(/[\r\n]/, 1)[0] ?? ''

/** The file with the details, which the next ones replace; undefined where it cannot be written. */
function keepDetails(error: unknown): string | undefined {
  const folder = defaultDataDirectory()
  if (folder === undefined) return undefined
  const file = join(folder, 'logs', 'terminal-error.log')
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error)
  const about = `${new Date().toISOString()} ${version}, Node ${process.version}, ${process.platform}`
  try {
    mkdirSync(join(folder, 'logs'), { recursive: true })
    writeFileSync(file, `${about}\n${briefly(details, longestDetails)}\n`, { mode: 0o600 })
    return file
  } catch {
    return undefined
  }
}
