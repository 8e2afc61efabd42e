import type { ColumnContent } from '../../../phones/column-content.ts'
import type { ColumnRole } from '../../../phones/layout.ts'
import { count } from '../../plural.ts'
import { quoted } from '../../quoted.ts'
import { listed, nameOf } from './names.ts'

type File = { readonly file: string }

/** Which column is which, and what speaks for it. */
export const layout = {
  columnNumber: (number: number) => `Column ${number}`,
  headingSays: (role: ColumnRole) => `Its heading says ${nameOf(role)}.`,
  headingOfOthersSays: 'Its heading speaks of somebody or something else.',
  cellsLookLike,
  several: ({ role, names }: { readonly role: ColumnRole; readonly names: readonly string[] }) =>
    `Several columns could be the ${nameOf(role)}: ${listed(names, quoted)}.`,
  headingUnknown: ({ role, name }: RoleAndName) =>
    `The cells of ${quoted(name)} could be the ${nameOf(role)}, but its heading doesn't say so.`,
  headingOfOthers: ({ role, name }: RoleAndName) =>
    `${quoted(name)} could be the ${nameOf(role)}, but its heading speaks of somebody or something else.`,
  headingContradicted: ({ role, named, chosen }: Contradiction) =>
    `The heading ${quoted(named)} says ${nameOf(role)}, but its cells don't look so. Those of ${quoted(chosen)} do.`,
  severalSheets: ({ names }: { readonly names: readonly string[] }) =>
    `Several sheets hold phones: ${listed(names, quoted)}.`,
  noSheets: ({ file }: File) => `${quoted(file)} is no workbook, so it has no sheets.`,
  noSuchSheet: ({
    file,
    sheet,
    names,
  }: File & { readonly sheet: string; readonly names: readonly string[] }) =>
    `${quoted(file)} has no sheet ${quoted(sheet)}. It has ${listed(names, quoted)}.`,
  noSuchRow: ({ file, row }: File & { readonly row: number }) =>
    `${quoted(file)} has no row ${count(row)} that could be the header.`,
  noSuchColumn: ({ file, wanted, names, width }: File & WantedColumn) =>
    `${quoted(file)} has no column ${quoted(wanted)}. ${
      names.length === 0
        ? `It has no header: name its columns by their numbers, 1 to ${count(width)}.`
        : `Its header reads ${listed(names, quoted)}.`
    }`,
  severalColumns: ({ file, wanted, numbers }: File & { wanted: string; numbers: readonly number[] }) =>
    `${quoted(file)} has several columns named ${quoted(wanted)}. Name the right one by its number: ${listed(numbers, String)}.`,
  columnTwice: ({ number }: { readonly number: number }) => `Column ${number} can't be two things at once.`,
  notRegions: ({ name }: { readonly name: string }) =>
    `The column ${quoted(name)} holds no regions of SIP Gateway (NOAM, EMEA, APAC).`,
}

type WantedColumn = { readonly wanted: string; readonly names: readonly string[]; readonly width: number }
type Contradiction = { readonly role: ColumnRole; readonly named: string; readonly chosen: string }
type RoleAndName = { readonly role: ColumnRole; readonly name: string }

/** `9 of 10 cells look like accounts`; of what most look like. */
function cellsLookLike({ filled, ...content }: ColumnContent): string {
  if (filled === 0) return 'All its cells are blank.'
  const kinds = { ...content, account: content.account + content.person, person: content.person }
  const [most] = (Object.keys(looks) as (keyof typeof looks)[]).toSorted((a, b) => kinds[b] - kinds[a])
  if (most === undefined || kinds[most] === 0) return 'Its cells look like nothing that a phone list needs.'
  const share =
    kinds[most] === filled ? 'All its cells look' : `${count(kinds[most])} of ${count(filled)} cells look`
  return `${share} like ${looks[most]}.`
}

const looks = {
  account: 'accounts',
  person: "people's own accounts",
  device: 'MAC addresses',
  guid: 'IDs of Microsoft Entra',
  region: 'regions',
  number: 'numbers',
} as const
