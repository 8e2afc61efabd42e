import type { FinalRow } from './final-rows.ts'

/** Rows that are not signed in, for one reason. */
export type LeftToDo = {
  readonly status: FinalRow['status']
  /** Of the first of them: the service's own words, or why it was not sent. */
  readonly result: string
  readonly whatToDo: string
  readonly isNotChosen: boolean
  readonly rows: readonly FinalRow[]
}

/** The phones that are not signed in, grouped by what to do about them; the largest group first. */
export function leftToDo(rows: readonly FinalRow[]): readonly LeftToDo[] {
  const groups = new Map<string, FinalRow[]>()
  for (const row of rows) {
    if (row.status === 'signed in' || row.isSignedInBefore) continue
    // Two messages with the same remedy are one thing to do; errors of the list differ row by row.
    const why = row.status === 'failed' && row.whatToDo !== '' ? '' : row.result
    const key = JSON.stringify([row.status, row.whatToDo, why])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      const { status, result, whatToDo, isNotChosen } = first
      return [{ status, result, whatToDo, isNotChosen, rows: group }]
    })
    .toSorted((one, other) => other.rows.length - one.rows.length)
}
