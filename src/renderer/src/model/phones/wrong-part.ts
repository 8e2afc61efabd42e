import type { Column } from '../../../../shared/phones/column.ts'

/**
 * The position of the first visible mistake in a wrong cell: a character that has no place in it, a second @, a domain
 * without a dot, a port that has not three digits. Undefined where the cell as a whole is wrong.
 */
export function wrongPart(column: Column, value: string): readonly [from: number, to: number] | undefined {
  if (column === 'hardwareId' && mangled.test(value)) return undefined
  for (const slip of slips[column]) {
    const found = slip.exec(value)
    if (found && found[0] !== value && found[0] !== '') return [found.index, found.index + found[0].length]
  }
  return undefined
}

/** What a spreadsheet makes of digits: none of it is as it was. */
const mangled = /^\d+(?:[.,]\d+)?E[+-]?\d+$/i

const slips: Readonly<Record<Column, readonly RegExp[]>> = {
  username: [/[^A-Za-z0-9._\-!#^~'@]+/u, /(?<=@.*)@/, /\.+(?=@)/, /(?<=@)[^.]+$/],
  hardwareId: [/[^0-9A-Fa-f:.-]+/u, /(?<=[0-9A-Fa-f]{2}.*):(?!\d{3}$)\d+$/],
  region: [],
}
