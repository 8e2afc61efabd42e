import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readSource } from '../../../src/core/lists/read-source.ts'
import { checkPhones } from '../../../src/shared/phones/check.ts'
import { chooseLayout } from '../../../src/shared/phones/choose-layout.ts'
import { readList } from '../../../src/shared/phones/read-list.ts'

const folder = resolve(import.meta.dirname, '../../samples/field')

/** What becomes of a file of the field: its phones, what is said of it; or the question, or the refusal. */
async function outcomeOf(file: string): Promise<string> {
  const source = await readSource(file, readFileSync(resolve(folder, file)))
  if (!source.ok) return `refused: ${source.failure.message}`
  const chosen = chooseLayout(source.value, {})
  if (!chosen.ok) return `refused: ${chosen.failure.message}`
  const { grid, choice, doubts } = chosen.value
  const header = grid.records[(choice.headerRow ?? grid.firstRow) - grid.firstRow] ?? []
  const isNamed = choice.headerRow !== undefined
  const name = (place = -1): string => (isNamed ? (header[place] ?? '') : `column ${place + 1}`)
  const { username, hardwareId, region } = choice.columns
  const regionName = region === undefined ? [] : [name(region)]
  if (doubts.length > 0)
    return `asks, proposing ${[name(username), name(hardwareId), ...regionName].join(' | ')}: ${doubts.join(' ')}`
  const sheet = readList(grid, choice)
  if (!sheet.ok) return `refused: ${sheet.failure.message}`
  const { rows, issues } = checkPhones(sheet.value, 'EMEA')
  return [
    ...rows.map((row) => `${row.row} ${row.status} ${row.username} ${row.hardwareId}`),
    ...issues.map(({ severity, code, row, fix }) =>
      [severity, code, ...(row === undefined ? [] : [row]), ...(fix === undefined ? [] : ['→', fix])].join(
        ' ',
      ),
    ),
  ].join('\n')
}

const one = (row = 2): string => `${row} ready lobby1@contoso.com 00-04-F2-81-24-B1`

/** The right answer for each file, in parts that have to be in it; see the folder's README. */
const answers: Readonly<Record<string, readonly (string | RegExp)[]>> = {
  '02-markdown-table.csv': [/^3 ready FirstFloor@contoso.com 1A-2B-3C-D4-E5-F6\n4 ready SecondFloor@/],
  '04-excel-mangled.csv': [
    /error hardware-id-mangled 2 → 00-15-65-12-34-56\nerror hardware-id-mangled 3\nerror hardware-id-mangled 4\n/,
    /mangled 5 → 00-15-65-12-34-56\n.* 6 → 80-51-23-45-67-89\n.* 7 → 00-15-65-12-34-56\n.* 8 → 00-15-65-12-34-56/,
    /mangled 9 → 00-15-65-12-34-56\n.* 10 → 00-15-65-12-34-56\n.*mangled 11\n.*mangled 12\n.*mangled 13\n.*mangled 14\n.*mangled 15$/,
  ],
  '05-apostrophe-mac.csv': [
    /^(?:\d ready a\d@contoso.com 00-04-F2-81-24-B\d\n){4}(?:note text-cleaned \d ?\n?){5}$/,
  ],
  '08-cucm-sep-renamed.csv': [/invalid 2 → 00-04-F2-81-24-B1/, /invalid 3$/m],
  '10-intune.csv': [/^asks, proposing Primary user UPN \| Ethernet MAC: .*"Device ID" says HardwareId, but/],
  '11-intune-graph.csv': [one(), 'note header-other-name'],
  '13-dhcp-01prefix.csv': [
    /invalid 2 → 00-04-F2-81-24-B1\n.* 3 → 00-04-F2-81-24-B2\n.* 4 → 00-04-F2-81-24-B3/,
    /invalid 5 → 80-5E-0C-B0-24-12\n.* 6 → 80-5E-0C-B0-24-12/,
  ],
  '14-short-octets.csv': [/invalid 2 → 00-04-F2-81-24-B1\n.* 3 → 80-5E-0C-B0-1C-00/],
  '16-header-snipe-export.csv': [
    /^asks, proposing Email \| MAC Address: The heading "Username" says Username, but/,
  ],
  '19-pbx-email.csv': ['2 ready ann.example@contoso.com', 'warning account-of-person 3'],
  '20-notify-mail.csv': ['2 ready site.manager@contoso.com', 'warning account-on-several-devices 2'],
  '21-entra-template.csv': [one(3), 'note header-below'],
  '24-title-rows.csv': [one(5), '7 error Totals: 2', 'note header-below'],
  '25-line-in-quotes.csv': [one(), 'note text-cleaned'],
  '35-lookalikes.csv': [
    /invalid 2 → 00-04-F2-81-24-B1\n.* 3 → 00-04-F2-81-24-B2\n.* 4 → 00-04-F2-81-24-BC\n.* 5 → 00-04-F2-81-24-B4/,
    /username-invalid 6 → a5@contoso.com\nerror hardware-id-invalid 7$/,
  ],
  '38-ata-port-column.csv': [
    /device-twice 2 → 00-90-8F-12-34-56:001\n.* 3 → 00-90-8F-12-34-56:002\n.* 4 → 00-90-8F-12-34-56:003$/,
  ],
  '39-region-state.csv': [
    /^asks, proposing Username \| MAC Address: The column "Region" has no SIP Gateway regions/,
  ],
  '44-03-header.csv': [one()],
  '44-07-header.csv': [one()],
  '44-11-header.csv': [one()],
  '44-14-header.csv': [one()],
  '44-18-header.csv': [one()],
  '44-22-header.csv': [/^asks, proposing UPN \| BSSID: "BSSID" could be the HardwareId, but/],
  '46-tac-device-col.csv': [one()],
  '65-json.json': [/^refused: "65-json.json" is JSON/],
  '67-userid-object.csv': [one()],
  '74-noheader-firstrow-blank-upn.csv': [
    /^asks, proposing column 1 \| column 3: Several columns could be the Username/,
  ],
  '77-local-suffix.csv': [/warning domain-not-public 2\nwarning domain-not-public 3/],
  '78-apostrophe-user.csv': [one(), 'note text-cleaned 2'],
  '88-upn-mail-same.csv': [one()],
  '91-short-row-shift.csv': ['2 ready lift@contoso.com', '3 error', 'error cells-moved 3'],
  '98-unquoted-comma-blank-last.csv': [/2 ready lift@.*\n3 error .*\n4 ready hall@/, 'error cells-moved 3'],
  'A0-semicolon-in-cell.csv': [/2 ready lift@.*\n3 error/, 'error cells-moved 3'],
  'A7-concat-outfile.csv': ['1 ready ann.example@contoso.com', 'warning account-of-person 1'],
  'A8-dup-unused-columns.csv': [one()],
}

test.each(Object.entries(answers))('%s has its right answer', async (file, parts) => {
  const outcome = await outcomeOf(file)
  for (const part of parts)
    if (typeof part === 'string') expect(outcome).toContain(part)
    else expect(outcome).toMatch(part)
})

test('no file of the field is without an answer', () => {
  const files = readdirSync(folder).filter((file) => file !== 'README.md')
  expect(files.toSorted()).toEqual(Object.keys(answers).toSorted())
})
