import { harmless } from '../shared/text/harmless.ts'
import { visibleJson } from '../shared/text/visible-json.ts'
import { type Output, stderr, stdout } from './output.ts'

export { harmless } from '../shared/text/harmless.ts'

/** The command's result, for people or for the next program. */
export const print = (line: string): void => void stdout.write(`${printable(line, stdout)}\n`)

/** What goes on meanwhile; never mixed into a result. */
export const tell = (line: string): void => void stderr.write(`${printable(line, stderr)}\n`)

export const printJson = (value: unknown): void => print(visibleJson(value, 2))

/**
 * Removes everything from the lines that a terminal would obey, except ends of lines and, where there are colours, our own.
 * Code that prints other people's words also removes ends of lines (`harmless`). If that code forgets something, this filter
 * still catches it: names of files and runs, arguments as they were typed, messages of the system.
 */
export function printable(lines: string, output: Output): string {
  if (!/[^\n -~]/.test(lines)) return lines
  return lines
    .split(ourColours)
    .map((part, index) => {
      if (index % 2 === 0) return harmless(part)
      return part === '\n' || output.hasColours() ? part : ''
    })
    .join('')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences of paint.ts
const ourColours = /(\n|\u001b\[(?:2|22|31|32|33|39)m)/
