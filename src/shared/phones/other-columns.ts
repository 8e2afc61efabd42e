import { cleanCell, isBlank } from './clean.ts'
import { mostColumns } from './column-content.ts'
import { withoutGuard } from './formula.ts'
import type { Layout } from './layout.ts'
import type { OtherColumns } from './sheet.ts'

/**
 * The columns that aren't used, with their headings; undefined if there are none. `firstRow`: the number of the first
 * record's row. A column of passwords is left out, because these columns are written to disk with a run.
 */
export function otherColumns(
  header: readonly string[],
  records: readonly (readonly string[])[],
  firstRow: number,
  layout: Layout,
): OtherColumns | undefined {
  const used = [layout.username, layout.hardwareId, layout.port, layout.region]
  const places = header
    .slice(0, mostColumns)
    .flatMap((name, place) => (isBlank(name) || used.includes(place) || secret.test(name) ? [] : [place]))
  if (places.length === 0) return undefined
  const rows = records.flatMap((record, at) => {
    const cells = places.map((place) => withoutGuard(record[place] ?? ''))
    return cells.every((cell) => cell === '') ? [] : [{ row: firstRow + at, cells }]
  })
  return { headings: places.map((place) => cleanCell(header[place] ?? '')), rows }
}

const secret =
  /passw|passphrase|passcode|pwd|kennwort|wachtwoord|contrase|mot de passe|senha|パスワード|暗証|secret|token|(?<![a-z])(?:pw|(?:vm|user|voicemail)?pin)(?![a-z])/i
