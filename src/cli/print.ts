import process from 'node:process'

/** The command's result, for people or for the next program. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** What goes on meanwhile; never mixed into a result. */
export const tell = (line: string): void => void process.stderr.write(`${line}\n`)

export const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2))

// The screen obeys control characters, and these texts come from files and the network.
export const harmless = (words: string): string => words.replaceAll(/[\p{Cc}\p{Cf}]/gu, '\uFFFD')
