import process from 'node:process'
import { harmless } from '../shared/text/harmless.ts'
import { visibleJson } from '../shared/text/visible-json.ts'
import { hasColours } from './paint.ts'

export { harmless } from '../shared/text/harmless.ts'

/** The command's result, for people or for the next program. */
export const print = (line: string): void => void process.stdout.write(`${printable(line)}\n`)

/** What goes on meanwhile; never mixed into a result. */
export const tell = (line: string): void => void process.stderr.write(`${printable(line)}\n`)

export const printJson = (value: unknown): void => print(visibleJson(value, 2))

/**
 * Removes everything from the lines that a terminal would obey, except ends of lines and our own colours. Code that prints
 * other people's words also removes ends of lines (`harmless`). If that code forgets something, this filter still catches
 * it: names of files and runs, arguments as they were typed, messages of the system.
 */
export function printable(lines: string): string {
  if (!/[^\n -~]/.test(lines)) return lines
  return lines
    .split(hasColours() ? ourColours : /(\n)/)
    .map((part, index) => (index % 2 === 0 ? harmless(part) : part))
    .join('')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of paint.ts
const ourColours = /(\n|\u001b\[(?:2|22|31|32|33|39)m)/
