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
  headingOfOthersSays: 'Its heading is about someone or something else.',
  cellsLookLike,
  several: ({ role, names }: { readonly role: ColumnRole; readonly names: readonly string[] }) =>
    `Several columns could be the ${nameOf(role)}: ${listed(names, quoted)}.`,
  headingUnknown: ({ role, name }: RoleAndName) =>
    `The cells of ${quoted(name)} could be the ${nameOf(role)}, but its heading doesn't say so.`,
  headingOfOthers: ({ role, name }: RoleAndName) =>
    `${quoted(name)} could be the ${nameOf(role)}, but its heading is about someone or something else.`,
  headingContradicted: ({ role, named, chosen }: Contradiction) =>
    `The heading ${quoted(named)} says ${nameOf(role)}, but its cells don't look like it. Those of ${quoted(chosen)} do.`,
  onItsSide: ({ file }: File) =>
    `${quoted(file)} has its headings in the first column, and a phone in each of the others. A phone list has them in the first row. In Excel, copy the table, then select Paste > Transpose, and open the new table.`,
  severalSheets: ({ names }: { readonly names: readonly string[] }) =>
    `Several sheets have phones: ${listed(names, quoted)}.`,
  noSheets: ({ file }: File) => `${quoted(file)} isn't a workbook, so it has no sheets.`,
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
        ? `It has no header: name its columns by number, 1 to ${count(width)}.`
        : `Its header reads ${listed(names, quoted)}.`
    }`,
  severalColumns: ({ file, wanted, numbers }: File & { wanted: string; numbers: readonly number[] }) =>
    `${quoted(file)} has several columns named ${quoted(wanted)}. Name the right one by its number: ${listed(numbers, String)}.`,
  columnTwice: ({ number }: { readonly number: number }) => `Column ${number} can't be two things at once.`,
  notRegions: ({ name }: { readonly name: string }) =>
    `The column ${quoted(name)} has no SIP Gateway regions (NOAM, EMEA, APAC).`,
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
  return looks[most](kinds[most], filled)
}

const looks = {
  account: (some: number, all: number) =>
    some === all
      ? 'All its cells look like accounts.'
      : `${count(some)} of ${count(all)} cells look like accounts.`,
  person: (some: number, all: number) =>
    some === all
      ? "All its cells look like people's own accounts."
      : `${count(some)} of ${count(all)} cells look like people's own accounts.`,
  device: (some: number, all: number) =>
    some === all
      ? 'All its cells look like MAC addresses.'
      : `${count(some)} of ${count(all)} cells look like MAC addresses.`,
  guid: (some: number, all: number) =>
    some === all
      ? 'All its cells look like Microsoft Entra IDs.'
      : `${count(some)} of ${count(all)} cells look like Microsoft Entra IDs.`,
  region: (some: number, all: number) =>
    some === all
      ? 'All its cells look like regions.'
      : `${count(some)} of ${count(all)} cells look like regions.`,
  number: (some: number, all: number) =>
    some === all
      ? 'All its cells look like numbers.'
      : `${count(some)} of ${count(all)} cells look like numbers.`,
}
