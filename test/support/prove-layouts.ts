import fc from 'fast-check'
import { expect } from 'vitest'
import { checkPhones } from '../../src/shared/phones/check.ts'
import { chooseLayout } from '../../src/shared/phones/choose-layout.ts'
import { readList } from '../../src/shared/phones/read-list.ts'
import { readTextGrid } from '../../src/shared/phones/text-grid.ts'
import { cellsOf } from './prove-moved-cells.ts'

/** Names that a column may have, by what it holds; none of another column that could be meant. */
const namesOf: Readonly<Record<string, readonly string[]>> = {
  Username: ['Username', 'UPN', 'User name *', 'Benutzername', 'Sign-in name', 'Email', 'Usuario', 'Q7', ''],
  HardwareId: [
    'HardwareId',
    'MAC',
    'MAC-Adresse',
    'Mac Addr.',
    'Adresse MAC',
    'MACアドレス',
    'Device',
    'Q8',
    '',
  ],
  Contact: ['Contact', 'Contact email', 'Ansprechpartner', 'Owner mail', 'Mail', 'Q1', ''],
  Manager: ['Manager', 'Manager UPN', 'Supervisor e-mail', 'E-Mail', 'Q2', ''],
  'WLAN MAC': ['WLAN MAC', 'Wi-Fi MAC address', 'Old MAC', 'BSSID', 'Q3', ''],
  Name: ['Name', 'Display name', 'Anzeigename', 'User', 'Q4'],
  Room: ['Room', 'Raum', 'Extension', 'Region', 'Q5'],
  Note: ['Note', 'Notes', 'Bemerkung', 'Q6'],
}

const anyList = fc
  .tuple(
    fc
      .shuffledSubarray(Object.keys(cellsOf))
      .filter((of) => of.includes('Username') && of.includes('HardwareId')),
    fc.boolean(),
    fc.integer({ min: 2, max: 6 }),
  )
  .chain(([columns, hasHeader, rows]) =>
    fc.tuple(...columns.map((column) => fc.constantFrom(...(namesOf[column] ?? [''])))).map((names) => ({
      rows,
      text: [
        ...(hasHeader ? [names] : []),
        ...Array.from({ length: rows }, (_, row) =>
          columns.map((of) => cellsOf[of]?.(row, row % 3 === 2) ?? ''),
        ),
      ]
        .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
        .join('\n'),
    })),
  )

/** Lists with their columns in any order and under any names: each gives its own phones, or a question. */
export function proveLayouts(lists: number): void {
  let read = 0
  fc.assert(
    fc.property(anyList, ({ rows, text }) => {
      const grid = readTextGrid('phones.csv', text)
      if (!grid.ok) throw new Error(grid.failure.message)
      const chosen = chooseLayout({ name: 'phones.csv', grids: [grid.value] }, {})
      if (!chosen.ok || chosen.value.doubts.length > 0) return
      const sheet = readList(chosen.value.grid, chosen.value.choice)
      if (!sheet.ok) throw new Error(sheet.failure.message)
      read++
      const ready = checkPhones(sheet.value, 'EMEA').rows.filter(({ status }) => status === 'ready')
      for (const { username, hardwareId } of ready) {
        const row = Number(/^phone(\d+)@contoso\.com$/.exec(username)?.[1])
        expect(hardwareId, text).toBe(cellsOf['HardwareId']?.(row, false))
      }
      expect(ready, text).toHaveLength(rows)
    }),
    { numRuns: lists },
  )
  // A question every time would be no answer.
  expect(read).toBeGreaterThan(lists / 10)
}
