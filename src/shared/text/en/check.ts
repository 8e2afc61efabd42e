import { assertNever } from '../../assert-never.ts'
import type { ColumnContent } from '../../phones/column-content.ts'
import type { ReservedAs } from '../../phones/hardware-id.ts'
import type { IssueCode } from '../../phones/issue.ts'
import type { ColumnRole } from '../../phones/layout.ts'
import type { Lookalike } from '../../phones/lookalikes.ts'
import type { MovedCells } from '../../phones/moved-cells.ts'
import type { UsernameProblem } from '../../phones/username.ts'
import { count } from '../plural.ts'
import { quoted } from '../quoted.ts'

type File = { readonly file: string }
type Cell = { readonly row: number; readonly value: string }

/** What the check of a phone list says. Rows are numbered as in a spreadsheet. */
export const check = {
  fileEmpty: ({ file }: File) => `${quoted(file)} is empty. Open a CSV file with phones in it. ${wanted}`,
  fileBinary: ({ file, kind }: File & { readonly kind: FileKind }) => `${quoted(file)} ${fileKinds[kind]}`,
  fileTooLarge: ({ file, megabytes }: File & { readonly megabytes: number }) =>
    `${quoted(file)} is larger than ${megabytes} MB, which is more than a phone list needs. Check that it is the right file, or split it into several lists.`,
  workbookTooLarge: ({ file, megabytes }: File & { readonly megabytes: number }) =>
    `${quoted(file)} holds more than a phone list needs: more than ${megabytes} MB once it is unpacked, or more cells than a list can have. Copy the phones to a new workbook, and open that one.`,
  tooManyRows: ({ file, rows, most }: File & { readonly rows: number; readonly most: number }) =>
    `${quoted(file)} has ${count(rows)} rows, and a phone list can have ${count(most)} at most. Check that it is the right file, or split it into several lists and sign them in one after another.`,
  fileFolder: ({ file }: File) => `${quoted(file)} is a folder. Open a CSV file in it.`,
  fileUnreadable: ({ file, reason }: File & { readonly reason: UnreadableReason }) =>
    `${quoted(file)} ${unreadableReasons[reason]}`,
  fileNotRead: ({ file, code }: File & { readonly code: string }) =>
    `${quoted(file)} could not be read (${code}). Copy it to a folder on this computer and open it there.`,
  templateProvisioning: ({ file }: File) =>
    `${quoted(file)} is the provisioning template of Teams admin center (Template_Provisioning.csv): it has the columns MAC id and Location, but no accounts to sign in with. ${wanted}`,
  quoteUnterminated: ({ file, row, value }: File & Cell) =>
    `Row ${row}: in ${quoted(file)}, the quotation mark before ${quoted(value)} is not closed where the cell ends, so the rows after it cannot be told apart. Remove it, or close it before the next delimiter, and open the file again.`,
  headerMissingColumn: ({ file, row, missing, header }: File & MissingColumns) =>
    `${quoted(file)} has no column ${missing.map(nameOf).join(' and no column ')}. Row ${row} reads ${listed(header, quoted)}. ${wanted}`,
  columnsUncertain: ({ file, doubts }: File & { readonly doubts: readonly string[] }) =>
    `It isn't certain which columns of ${quoted(file)} hold the accounts and the devices. ${doubts.join(' ')}`,
  noPhones: ({ file }: File) =>
    `${quoted(file)} has a header but no phones below it. Add a row for each phone and open the file again.`,

  headerOtherName: ({ column, name }: { readonly column: ColumnRole; readonly name: string }) =>
    `The column ${quoted(name)} was read as ${nameOf(column)}.`,
  headerAbsent: ({ row, username, hardwareId, region }: ColumnNumbers) =>
    `The file has no header, so its columns were recognised by what is in row ${row}: ${[
      `column ${username} as Username`,
      `column ${hardwareId} as HardwareId`,
      ...(region === undefined ? [] : [`column ${region} as Region`]),
    ].join(', ')}. Row ${row} is the first phone.`,
  headerBelow: ({ row }: { readonly row: number }) =>
    `The headings were found in row ${row}. The rows above it are not read.`,
  columnsUnused: ({ names }: { readonly names: readonly string[] }) =>
    `${names.length === 1 ? 'This column is' : 'These columns are'} not used: ${listed(names, quoted)}.`,
  unnamedColumnsUnused: ({ numbers }: { readonly numbers: readonly number[] }) =>
    `${numbers.length === 1 ? 'This column is' : 'These columns are'} not used: ${listed(numbers, (number) => `column ${number}`)}.`,

  linesUnwrapped: 'Each line of the file stands in quotation marks. It was read without them.',

  /** Which column is which, and what speaks for it. */
  layout: {
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
  },

  /** Several rows of which the same is to be said. */
  grouped: ({ code, detail, rows, count: all, example }: Grouped) =>
    `${count(all)} rows (${otherRows({ rows, more: all - rows.length }).replace(/^rows? /, '')}): ${
      detail === undefined ? (groupNames[code] ?? code) : usernameGroups[detail]
    }. ${example}`,

  textCleaned: ({ row, value, read }: Cell & { readonly read: string }) =>
    `Row ${row}: ${quoted(value)} was read as ${quoted(read)}, without what other programs add to text. Nothing needs to be done.`,
  cellsMoved: ({ row, value, ...how }: Cell & MovedCells) =>
    `Row ${row}: ${quoted(value)} may be somebody else's account. The cells of this row seem to have moved: ${
      how.kind === 'shifted'
        ? `column ${how.column} has ${quoted(how.cell)}, which doesn't fit the other rows`
        : `it has ${count(how.cells)} cells, most rows have ${count(how.columns)}`
    }. Edit the username and press Enter when it is right. Or correct the file: a cell that contains the delimiter needs quotation marks.`,
  usernameMissing: ({ row }: { readonly row: number }) =>
    `Row ${row}: the username is missing. Enter the account that the phone is to sign in with, such as lobby@contoso.com.`,
  usernameInvalid: ({ row, value, problem, fix, lookalike }: Cell & Fix & UsernameFault) =>
    `Row ${row}: ${quoted(value)} is not a username: ${lookalike ? lookalikes(lookalike) : usernameProblems(problem)} ${
      fix === undefined
        ? 'Enter it as Microsoft Entra ID shows it, such as lobby@contoso.com.'
        : `It probably is ${fix}.`
    }`,
  hardwareIdMissing: ({ row }: { readonly row: number }) =>
    `Row ${row}: the hardware ID is missing. ${hardwareIdForms}`,
  hardwareIdInvalid: ({ row, value, digits }: Cell & { readonly digits: number | undefined }) =>
    `Row ${row}: ${quoted(value)} is not a hardware ID${digits === undefined || digits === 12 ? '' : `: it has ${count(digits)} ${digits === 1 ? 'digit' : 'digits'} instead of 12`}. ${hardwareIdForms}`,
  hardwareIdRepairable: ({ row, value, fix, lookalike }: Cell & Fix & Looks) =>
    `Row ${row}: ${quoted(value)} is not a hardware ID${lookalike ? `: ${lookalikes(lookalike)}` : '.'} It probably is ${fix}.`,
  hardwareIdMangled: ({ row, value, fix }: Cell & Fix) =>
    `Row ${row}: ${quoted(value)} is what a spreadsheet made of a hardware ID by taking it for a number. ${
      fix === undefined ? 'Enter' : `It probably was ${fix}: look at the phone's label, and enter`
    } the MAC address with dashes, such as 00-04-F2-81-24-B3.`,
  hardwareIdReserved: ({ row, value, as }: Cell & { readonly as: ReservedAs }) =>
    `Row ${row}: ${quoted(value)} is ${reservedNames[as]}, which no device has. Enter the MAC address on the phone's label.`,
  portInvalid: ({ row, value, fix }: Cell & Fix) =>
    `Row ${row}: ${quoted(value)} has no valid port. A port is a colon and three digits, from 001 on. ${
      fix === undefined ? 'Enter it so, or remove it where the device is no ATA.' : `It probably is ${fix}.`
    }`,
  regionInvalid: ({ row, value }: Cell) =>
    `Row ${row}: ${quoted(value)} is not a region. Enter NOAM, EMEA or APAC.`,
  regionMissing: ({ row }: { readonly row: number }) =>
    `Row ${row}: the region is missing. Enter NOAM, EMEA or APAC, or choose a region for the rows that have none.`,
  deviceTwice: ({
    row,
    value,
    device,
    others,
    fix,
  }: Cell & Fix & { readonly device: string; readonly others: OtherRows }) =>
    `Row ${row}: the device ${value === device ? quoted(value) : `${quoted(value)} (${device})`} stands in ${otherRows(others)} too. ${
      fix === undefined
        ? 'A device signs in with one account only: correct the hardware ID, or remove all of these rows but one from the file.'
        : `Each of these rows has a port of its own, which belongs behind the MAC address of an adapter: it probably is ${fix}.`
    }`,
  accountOfPerson: ({ row, value }: Cell) =>
    `Row ${row}: ${quoted(value)} looks like a person's own account. The password of that person would be reset. Check that it is an account for the phone alone, and that this is its user principal name: a mail address need not be.`,
  domainNotPublic: ({ row, value, ending }: Cell & { readonly ending: string }) =>
    `Row ${row}: ${quoted(value)} ends in .${ending}. No tenant can have such a domain. Enter the username as Microsoft Entra ID shows it.`,
  macLocal: ({ row, value }: Cell) =>
    `Row ${row}: ${quoted(value)} is a locally administered MAC address, which no maker gives to a phone. Compare it with the phone's label.`,
  accountOnSeveralDevices: ({ row, value, others }: Cell & { readonly others: OtherRows }) =>
    `Row ${row}: the account ${quoted(value)} stands in ${otherRows(others)} too, with other devices. All of them will be signed in with it. Check that this is intended.`,
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

/** The other rows in which something stands: some by number, and how many more there are. */
export type OtherRows = { readonly rows: readonly number[]; readonly more: number }
export type FileKind =
  | ('excel-damaged' | 'excel-97' | 'excel-binary' | 'excel-locked' | 'ods' | 'numbers')
  | ('archive' | 'pdf' | 'html' | 'json' | 'xml' | 'document' | 'other')
export type UnreadableReason = 'missing' | 'denied' | 'in-use' | 'not-a-file'

type MissingColumns = {
  readonly row: number
  readonly missing: readonly ColumnRole[]
  readonly header: readonly string[]
}
type ColumnNumbers = {
  readonly row: number
  readonly username: number
  readonly hardwareId: number
  readonly region: number | undefined
}
type Fix = { readonly fix: string | undefined }
type Looks = { readonly lookalike: Lookalike | undefined }
type UsernameFault = Looks & { readonly problem: UsernameProblem }

const wanted = 'The first row of a phone list names the columns Username and HardwareId.'
const hardwareIdForms =
  'Enter the MAC address as 00-04-F2-81-24-B3, or 00-04-F2-81-24-B3:001 for a port of an ATA.'

const fileKinds: Record<FileKind, string> = {
  'excel-damaged':
    "is an Excel workbook that can't be read: it is damaged, or has no sheet with cells. Open it in Excel, save it under another name, and open that file here.",
  'excel-97':
    'is a workbook of Excel 97 to 2003 (.xls). Open it in Excel, choose File > Save As, take the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  'excel-binary':
    'is a binary workbook of Excel (.xlsb). Open it in Excel, choose File > Save As, take the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  'excel-locked':
    'is a workbook with a password. Open it in Excel, remove the password under File > Info > Protect Workbook, save it, and open it here again.',
  ods: 'is an OpenDocument spreadsheet (.ods). Open it in its program, save it as "Excel 2007-365 (.xlsx)" or as "Text CSV", and open the new file here.',
  numbers:
    'is a spreadsheet of Apple Numbers. Open it in Numbers, choose File > Export To > Excel or CSV, and open the new file here.',
  html: 'is a web page, even if its name says something else. Open it in Excel, choose File > Save As, take the type "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", and open the new file here.',
  json: 'is JSON, not a table. In PowerShell, "Get-Content FILE | ConvertFrom-Json | Export-Csv phones.csv" makes a CSV file of it. Or export the list as CSV from the program it comes from.',
  xml: 'is XML, not a table. Open it in Excel and save it as "Excel Workbook (.xlsx)" or "CSV UTF-8 (Comma delimited)", or export the list as CSV from the program it comes from.',
  document:
    'is a document, not a table. Copy the table in it to an empty sheet of Excel, save that as "CSV UTF-8 (Comma delimited)", and open the new file here.',
  archive: 'is a compressed file, not a CSV file. Extract it, and open the CSV file in it.',
  pdf: 'is a PDF document, not a CSV file. Ask for the list as a CSV file or an Excel workbook.',
  other:
    'is not a text file, so it cannot be a CSV file. Save the list as CSV in the program it comes from, and open the new file here.',
}

const unreadableReasons: Record<UnreadableReason, string> = {
  missing: 'was not found. It may have been moved or renamed: browse to it again.',
  denied:
    'may not be read with your account. Ask its owner for access, or copy it to a folder of your own and open it there.',
  'in-use': 'is in use by another program. Close it there, and open it again.',
  'not-a-file': 'is not a file. Open a CSV file.',
}

const reservedNames: Record<ReservedAs, string> = {
  zero: 'the address of all zeros',
  broadcast: 'the broadcast address',
  multicast: 'a multicast address',
}

type Grouped = {
  readonly code: IssueCode
  readonly detail: UsernameProblem['kind'] | undefined
  /** The first of them. */
  readonly rows: readonly number[]
  readonly count: number
  readonly example: string
}

const usernameGroups: Record<UsernameProblem['kind'], string> = {
  'no-at': 'no @ in the username',
  'several-at': 'more than one @ in the username',
  'no-name': 'nothing before the @ in the username',
  'dot-before-at': 'a dot before the @ in the username',
  domain: 'no domain after the @ in the username',
  'too-long': 'a username that is too long',
  character: "a character that a username can't have",
}

const groupNames: Partial<Record<IssueCode, string>> = {
  'text-cleaned': 'characters of other programs removed',
  'cells-moved': "cells that have moved, so that the username may be somebody else's account",
  'username-missing': 'no username',
  'hardware-id-missing': 'no hardware ID',
  'hardware-id-invalid': 'not a hardware ID',
  'hardware-id-mangled': 'a hardware ID that a spreadsheet took for a number',
  'hardware-id-reserved': 'a MAC address that no device has',
  'port-invalid': 'no valid port',
  'region-invalid': 'not a region',
  'region-missing': 'no region',
  'device-twice': 'a device that stands in several rows',
  'account-on-several-devices': 'an account that stands in several rows',
  'account-of-person': "an account that looks like a person's own",
  'domain-not-public': 'a domain that no tenant can have',
  'mac-local': 'a locally administered MAC address',
}

/** Names a character that nobody sees to be wrong. */
function lookalikes({ typed, meant, script }: Lookalike): string {
  const code = `U+${(typed.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return script === 'letter'
    ? `${quoted(typed)} in it is the letter, not the digit ${meant}.`
    : `${quoted(typed)} in it is a ${script} character (${code}) that only looks like ${quoted(meant)}.`
}

function usernameProblems(problem: UsernameProblem): string {
  switch (problem.kind) {
    case 'character':
      return `${quoted(problem.character)} is not allowed in it. Only the letters a to z, digits and . _ - ! # ^ ~ ' are.`
    case 'no-at':
      return 'it has no @.'
    case 'several-at':
      return 'it has more than one @.'
    case 'no-name':
      return 'nothing stands before the @.'
    case 'dot-before-at':
      return 'no dot may stand before the @.'
    case 'domain':
      return 'what stands after the @ is not a domain with a dot.'
    case 'too-long':
      return 'it is longer than 1,024 characters.'
    default:
      return assertNever(problem)
  }
}

const columnNames: Record<ColumnRole, string> = {
  username: 'Username',
  hardwareId: 'HardwareId',
  port: 'Port',
  region: 'Region',
}

const nameOf = (column: ColumnRole): string => columnNames[column]

/** `row 7`, `rows 3 and 7`, `rows 3, 4, 5 and 99,997 more`. */
function otherRows({ rows, more }: OtherRows): string {
  const names = rows.map(String)
  if (more === 0 && names.length === 1) return `row ${names[0]}`
  return `rows ${joined(more === 0 ? names : [...names, `${count(more)} more`])}`
}

/** At most six of them by name. */
function listed<Item>(items: readonly Item[], show: (item: Item) => string): string {
  const named = items.length > 6 ? 5 : items.length
  const names = items.slice(0, named).map(show)
  return joined(named < items.length ? [...names, `${count(items.length - named)} more`] : names)
}

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
