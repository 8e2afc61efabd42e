import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'

/** The rows of an exported file, by the names of its columns. */
export async function resultRows(file: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const csv = (await readFile(file, 'utf8')).slice('\ufeff'.length)
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data
}
