import process from 'node:process'
import { visibleJson } from '../shared/text/visible-json.ts'

export { harmless } from '../shared/text/harmless.ts'

/** The command's result, for people or for the next program. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** What goes on meanwhile; never mixed into a result. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`)

export const printJson = (value: unknown): void => print(visibleJson(value, 2))
