import type { GridSource } from '../../../src/shared/phones/grid.ts'
import { parseSheet } from '../../../src/shared/phones/parse.ts'
import type { Sheet } from '../../../src/shared/phones/sheet.ts'
import { readTextGrid } from '../../../src/shared/phones/text-grid.ts'

const sources = new Map<Sheet, GridSource>()

/** The cells that one of these lists was read from: what main answers when it is opened. */
export function cellsOf(sheet: Sheet): GridSource {
  const source = sources.get(sheet)
  if (!source) throw new Error(`${sheet.name} is none of the example lists`)
  return source
}

/** The list in a text. */
export const sheetOf = (name: string, text: string): Sheet => {
  const sheet = parseSheet(name, text)
  if (!sheet.ok) throw new Error(sheet.failure.message)
  sources.set(sheet.value, cellsFrom(name, text))
  return sheet.value
}

/** The cells of a text. */
export function cellsFrom(name: string, text: string): GridSource {
  const grid = readTextGrid(name, text)
  if (!grid.ok) throw new Error(grid.failure.message)
  return { name, grids: [grid.value] }
}

const hex = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0')
const macOf = (index: number): string =>
  `00-04-F2-${hex(index >> 16)}-${hex((index >> 8) & 255)}-${hex(index & 255)}`

export const threePhones = sheetOf(
  'lobby.csv',
  [
    'Username,HardwareId',
    'reception@contoso.com,00-04-F2-81-24-B3',
    'lift@contoso.com,00-90-8F-12-34-56:001',
    'gate@contoso.com,00-90-8F-12-34-56:002',
  ].join('\n'),
)

/** Something of everything the check finds. */
export const untidyPhones = sheetOf(
  'head-office.csv',
  [
    'UPN;MAC Address;Notes',
    'reception@contoso.com;0004.f281.24b3;dots',
    ' lobby@contoso.com ;00:04:F2:81:24:B4;colons and blanks',
    'café@contoso.com;0004F28124B5;accent',
    'kitchen@contoso.com;00–04–F2–81–24–B6;typographic dashes',
    '"desk, second floor";00-04-F2-81-24-B7;no UPN',
    'warehouse@contoso.museum;00-04-F2-81-24-B3;same device as row 2',
    'yard@contoso.com;4.00E+11;mangled by a spreadsheet',
    ';;',
    'gate@contoso.com;00-04-F2-81-24;too short',
    'gate@contoso.com;00-90-8F-00-00-01:1;port of one digit',
    'lift@contoso.com;00-90-8F-00-00-01:001; ',
    ';00-90-8F-00-00-02:001;no username',
  ].join('\n'),
)

/** A name without quotation marks has moved the cells of one row. */
export const movedCells = sheetOf(
  'reception.csv',
  [
    'HardwareId,Name,Manager,Username',
    '00-04-F2-81-24-B3,Lobby,boss@contoso.com,lobby@contoso.com',
    '00-04-F2-81-24-B4,Lift,boss@contoso.com,lift@contoso.com',
    '00-04-F2-81-24-B5,Yard, the west one,boss@contoso.com,yard@contoso.com',
  ].join('\n'),
)

export const longNames = sheetOf(
  'a-list-with-a-name-that-somebody-thought-describes-it-completely-2026-11-21-final-v2.csv',
  [
    'Username,HardwareId,Region',
    ...Array.from(
      { length: 12 },
      (_, index) =>
        `meeting-room-${index}.building-${index * 7}.north-wing.second-floor.head-office@phones.subsidiary.contoso.com,${macOf(index)},${['NOAM', 'EMEA', 'APAC'][index % 3]}`,
    ),
  ].join('\n'),
)

/** `count` good phones; with `regions`, all three in turn. */
export const manyPhones = (count: number, regions = false): Sheet =>
  sheetOf(`phones-${count}.csv`, manyPhonesText(count, regions))

/** The file of that list. */
export const manyPhonesText = (count: number, regions: boolean): string =>
  [
    regions ? 'Username,HardwareId,Region' : 'Username,HardwareId',
    ...Array.from({ length: count }, (_, index) => {
      const region = regions ? `,${['NOAM', 'EMEA', 'APAC'][index % 3]}` : ''
      return `phone${String(index + 1).padStart(4, '0')}@contoso.com,${macOf(index)}${region}`
    }),
    '',
  ].join('\n')
