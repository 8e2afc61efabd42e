import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** A test that a document names. */
export type NamedTest = { readonly file: string; readonly title: string }

const root = resolve(import.meta.dirname, '../..')

/** The rows of a Markdown document's tables, cell by cell, with the heads and the lines below them. */
export const tableRows = (document: string): readonly (readonly string[])[] =>
  readFileSync(join(root, document), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )

/** The project's files that a cell names. */
export const filesIn = (cell: string): readonly string[] =>
  [...cell.matchAll(/`((?:src|test|packaging|\.github)\/[^`]+|package\.json)`/g)].map(([, file = '']) => file)

/** The tests that a cell names: a file, then their titles; the next file after a semicolon. */
export const testsIn = (cell: string): readonly NamedTest[] =>
  cell.split(';').flatMap((part) => {
    const [file = ''] = filesIn(part)
    return [...part.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title }))
  })

/** Whether the file has a test of exactly this title. */
export function isThere({ file, title }: NamedTest): boolean {
  const source = readFileSync(join(root, file), 'utf8')
  return [`'${title}'`, `"${title}"`].some((literal) => source.includes(literal))
}
