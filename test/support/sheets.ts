import { readFileSync } from 'node:fs'
import type { Issue } from '../../src/shared/phones/issue.ts'
import { parseSheet } from '../../src/shared/phones/parse.ts'
import type { Sheet } from '../../src/shared/phones/sheet.ts'
import { sample } from './sample.ts'

export const sampleBytes = (name: string): Uint8Array => readFileSync(sample(name))

/** The sheet of a text that is a phone list. */
export function sheetOf(text: string): Sheet {
  const result = parseSheet('phones.csv', text)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

/** Why a text is no phone list. */
export function refusalOf(text: string): Issue {
  const result = parseSheet('phones.csv', text)
  if (result.ok) throw new Error(`A list of ${result.value.rows.length} phones was read`)
  return result.failure
}

/** A sheet of these rows (username, hardware ID, region), the first of them in row 2. */
export function sheetOfRows(...rows: readonly (readonly [string, string, string?])[]): Sheet {
  return {
    name: 'phones.csv',
    hasRegionColumn: rows.some(([, , region]) => region !== undefined),
    issues: [],
    rows: rows.map(([username, hardwareId, region = ''], index) => ({
      row: index + 2,
      username,
      hardwareId,
      region,
    })),
  }
}

/** Issues as short as a test wants to read them: `error hardware-id-invalid 7 hardwareId`. */
export const brief = (issues: readonly Issue[]): readonly string[] =>
  issues.map(({ severity, code, row, column }) =>
    [severity, code, row, column].filter((part) => part !== undefined).join(' '),
  )
