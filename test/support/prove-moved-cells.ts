import fc from 'fast-check'
import { expect } from 'vitest'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { parseSheet } from '../../src/shared/phones/parse.ts'

/** A list as text, and the account of each device before one of its rows was broken. */
type BrokenList = { readonly text: string; readonly phones: ReadonlyMap<string, string> }

const mac = (row: number, of: number): string =>
  `00-04-F2-${[of, row].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('-')}-B1`

/** What the cell of a column holds in a row; names have commas in them, and some cells of unused columns are blank. */
export const cellsOf: Readonly<Record<string, (row: number, isBlank: boolean) => string>> = {
  Username: (row) => `phone${row}@contoso.com`,
  HardwareId: (row) => mac(row, 1),
  Contact: (row, isBlank) => (isBlank ? '' : `contact${row}@contoso.com`),
  Manager: (row) => `boss${row % 3}@fabrikam.com`,
  'WLAN MAC': (row, isBlank) => (isBlank ? '' : mac(row, 2)),
  Name: (row) => `Phone, the ${row}th`,
  Room: (row) => `${row}.0${row}`,
  Note: (_, isBlank) => (isBlank ? '' : 'spare'),
}

export const quoted = (cell: string): string => (cell.includes(',') ? `"${cell}"` : cell)

/** A good list of which one row lost the quoting of its name, a cell, or got one more, or other rows; blank ends may be left out. */
const brokenList: fc.Arbitrary<BrokenList> = fc
  .tuple(
    fc.shuffledSubarray(Object.keys(cellsOf), { minLength: 4 }),
    fc.integer({ min: 4, max: 12 }),
    fc.infiniteStream(fc.nat(4)),
  )
  .filter(([columns]) => columns.includes('Username') && columns.includes('HardwareId'))
  .chain(([columns, rows, blanks]) => {
    const cells = Array.from({ length: rows }, (_, row) =>
      // Every other row has all its cells, so that each column shows what it holds.
      columns.map((column) => cellsOf[column]?.(row, row % 2 === 1 && blanks.next().value === 0) ?? ''),
    )
    return fc
      .record({
        row: fc.nat(rows - 1),
        at: fc.nat(columns.length - 1),
        how: fc.constantFrom(
          ...([
            'unquote',
            'drop',
            'drop two',
            'drop two, words behind',
            'blank more',
            'two blank more',
            'words more',
            'account more',
            'device more',
          ] as const),
          'swallow',
        ),
        until: fc.nat(rows - 1),
        isCut: fc.boolean(),
      })
      .map(({ row, at, how, until, isCut }) => {
        const lines = cells.map((line) => line.map(quoted))
        const broken = lines[row] ?? []
        const end = lines[until]
        // A cell that has lost its closing quotation mark, and one further below its opening one.
        if (how === 'swallow' && end && until > row) {
          broken[at] = `"${cells[row]?.[at]}`
          end[at] = `${cells[until]?.[at]}"`
          for (const line of lines.slice(row, until + 1))
            for (const [place, cell] of line.entries())
              if (/^".+"$/.test(cell)) line[place] = cell.replaceAll(/[",]/g, '')
        }
        if (how === 'unquote')
          for (const [place, cell] of broken.entries()) broken[place] = cell.replaceAll('"', '')
        if (how === 'drop') broken.splice(at, 1)
        if (how.startsWith('drop two')) broken.splice(at, 2)
        if (how.endsWith('words behind')) broken.push('west', 'west')
        if (how === 'blank more') broken.splice(at, 0, '')
        if (how === 'two blank more') broken.splice(at, 0, '', '')
        if (how === 'words more') broken.splice(at, 0, 'west')
        if (how === 'account more') broken.splice(at, 0, 'other@contoso.com')
        if (how === 'device more') broken.splice(at, 0, mac(200, 3))
        // One account too many in place of a blank one at the end cannot be told by content.
        while (isCut && !how.startsWith('account') && !how.startsWith('device') && broken.at(-1) === '')
          broken.pop()
        return {
          text: `${[columns, ...lines].map((line) => line.join(',')).join('\n')}\n`,
          phones: new Map(cells.map((_, index) => [mac(index, 1), `phone${index}@contoso.com`])),
        }
      })
  })

/** Breaks that many lists, and sees that no phone of any of them is ready with another account than its own. */
export function proveMovedCells(lists: number): void {
  fc.assert(
    fc.property(brokenList, ({ text, phones }) => {
      const sheet = parseSheet('phones.csv', text)
      if (!sheet.ok) return
      for (const { status, username, hardwareId } of checkPhones(sheet.value, 'EMEA').rows)
        if (status === 'ready')
          expect([hardwareId, username], text).toEqual([hardwareId, phones.get(hardwareId)])
    }),
    { numRuns: lists },
  )
}
