import { assertNever } from '../../assert-never.ts'
import type { ReservedAs } from '../../phones/hardware-id.ts'
import type { IssueCode } from '../../phones/issue.ts'
import type { MovedCells, OtherRows } from '../../phones/issue-fact.ts'
import type { ColumnRole } from '../../phones/layout.ts'
import type { Lookalike } from '../../phones/lookalikes.ts'
import type { UnverifiedDomain } from '../../phones/unverified-domains.ts'
import type { UsernameProblem } from '../../phones/username.ts'
import { count, plural } from '../plural.ts'
import { quoted } from '../quoted.ts'
import { type FileKind, fileKinds, type UnreadableReason, unreadableReasons } from './check/files.ts'
import { layout } from './check/layout.ts'
import { listed, nameOf } from './check/names.ts'
import { numbersOf, otherRows } from './check/other-rows.ts'

const hardwareIdForms =
  'Enter the MAC address as 00-04-F2-81-24-B3, or 00-04-F2-81-24-B3:001 for a port of an ATA.'

/** Why the account of a row may be another one's, and what to do about the file. */
function movedCells(how: MovedCells): string {
  const quotes =
    'Correct the file: put each cell in its own column. In a CSV file, a cell that contains the delimiter needs quotation marks.'
  switch (how.kind) {
    case 'long':
    case 'short':
      return `The cells of this row seem to have moved: it has ${count(how.cells)} cells, most rows have ${count(how.columns)}. ${quotes}`
    case 'shifted':
      return `The cells of this row seem to have moved: column ${how.column} has ${quoted(how.cell)}, which doesn't fit the other rows. ${quotes}`
    case 'swallowed':
      return `Column ${how.column} holds other rows of the list, which aren't read: ${quoted(how.cell)}. Correct the quotation marks in the file, and open it again.`
    case 'headings':
      return `Row ${how.headings} has headings in another order than those that the list begins with. Put the rows below it into a file of their own.`
    default:
      return assertNever(how)
  }
}

type File = { readonly file: string }
type Cell = { readonly value: string }

/** The words of the check of a phone list. Rows are numbered as in a spreadsheet. */
export const check = {
  fileEmpty: ({ file }: File) => `${quoted(file)} is empty. Open a file with phones in it. ${wanted}`,
  fileBinary: ({ file, kind }: File & { readonly kind: FileKind }) => `${quoted(file)} ${fileKinds[kind]}`,
  fileTooLarge: ({ file, megabytes }: File & { readonly megabytes: number }) =>
    `${quoted(file)} is larger than ${megabytes} MB, which is more than a phone list needs. Check that it's the right file, or split it into several lists.`,
  workbookTooLarge: ({ file, megabytes }: File & { readonly megabytes: number }) =>
    `${quoted(file)} holds more than a phone list needs: more than ${megabytes} MB once it's unpacked, or more cells than a list can have. Copy the phones to a new workbook, and open that one.`,
  tooManyRows: ({ file, rows, most }: File & { readonly rows: number; readonly most: number }) =>
    `${quoted(file)} has ${count(rows)} rows, and a phone list can have ${count(most)} at most. Check that it's the right file, or split it into several lists and sign them in one after another.`,
  fileFolder: ({ file }: File) => `${quoted(file)} is a folder. Open a file in it.`,
  fileUnreadable: ({ file, reason }: File & { readonly reason: UnreadableReason }) =>
    `${quoted(file)} ${unreadableReasons[reason]}`,
  fileNotRead: ({ file, code }: File & { readonly code: string }) =>
    `${quoted(file)} couldn't be read (${code}). Copy it to a folder on this computer and open it there.`,
  templateProvisioning: ({ file }: File) =>
    `${quoted(file)} is the provisioning template of Teams admin center (Template_Provisioning.csv): it has the columns MAC id and Location, but no accounts to sign in with. ${wanted}`,
  quoteUnterminated: ({ file, value }: File & Cell) =>
    `In ${quoted(file)}, the quotation mark before ${quoted(value)} isn't closed where the cell ends, so the rows after it can't be told apart. Remove it, or close it before the next delimiter, and open the file again.`,
  headerMissingColumn: ({ file, row, missing, header, isOneColumn = false }: File & MissingColumns) =>
    `${quoted(file)} has no column ${missing.map(nameOf).join(' and no column ')}. Row ${row} reads ${listed(header, quoted)}. ${isOneColumn ? oneColumn : ''}${wanted}`,
  columnsUncertain: ({ file, doubts }: File & { readonly doubts: readonly string[] }) =>
    `It isn't certain which columns of ${quoted(file)} hold the accounts and the devices. ${doubts.join(' ')}`,
  noPhones: ({ file }: File) =>
    `${quoted(file)} has a header but no phones below it. Add a row for each phone and open the file again.`,

  headerOtherName: ({ column, name }: { readonly column: ColumnRole; readonly name: string }) =>
    `The column ${quoted(name)} was read as ${nameOf(column)}.`,
  headerAbsent: ({ row, username, hardwareId, region }: ColumnNumbers) =>
    `The file has no header, so its columns were recognized by their cells: ${[
      `column ${username} as Username`,
      `column ${hardwareId} as HardwareId`,
      ...(region === undefined ? [] : [`column ${region} as Region`]),
    ].join(', ')}. Row ${row} is the first phone.`,
  headerBelow: ({ row, devices }: { readonly row: number; readonly devices: OtherRows }) =>
    `The headings were found in row ${row}. The rows above it aren't read${devices.rows.length === 0 ? '' : `, but there are devices in ${otherRows(devices)}. Put phones below the headings`}.`,
  headingsBelow: ({ rows }: { readonly rows: readonly number[] }) =>
    rows.length === 1
      ? `Row ${listed(rows, String)} has headings, and isn't read as a phone.`
      : `Rows ${listed(rows, String)} have headings, and aren't read as phones.`,
  columnsUnused: ({ names }: { readonly names: readonly string[] }) =>
    `${names.length === 1 ? 'This column is' : 'These columns are'} not used: ${listed(names, quoted)}.`,
  unnamedColumnsUnused: ({ numbers }: { readonly numbers: readonly number[] }) =>
    `${numbers.length === 1 ? 'This column is' : 'These columns are'} not used: ${listed(numbers, (number) => `column ${number}`)}.`,

  linesUnwrapped: 'Each line of the file is in quotation marks. They were removed.',

  layout,

  /** The words about a row, where they name the row. */
  inRow: (row: number, message: string) => `Row ${row}: ${message}`,

  /** Several rows of which the same is to be said. */
  grouped: ({ code, detail, rows, count: all, example }: Grouped) =>
    `${count(all)} rows (${numbersOf({ rows, more: all - rows.length })}): ${
      detail === undefined ? (groupNames[code] ?? code) : usernameGroups[detail]
    }. ${example}`,

  textCleaned: ({ value, read }: Cell & { readonly read: string }) =>
    `${quoted(value)} was read as ${quoted(read)}: extra characters removed.`,
  cellsMoved: ({ value, ...how }: Cell & MovedCells) =>
    `${quoted(value)} may be someone else's account. ${movedCells(how)} Or edit the username and press Enter when it's right.`,
  usernameMissing: `The username is missing. Enter the account that the phone is to sign in with, such as lobby@contoso.com.`,
  usernameInvalid: ({ value, problem, fix, lookalike }: Cell & Fix & UsernameFault) =>
    `${quoted(value)} isn't a username: ${lookalike ? lookalikes(lookalike) : usernameProblems(problem)} ${
      fix === undefined
        ? 'Enter it as Microsoft Entra ID shows it, such as lobby@contoso.com.'
        : `It probably is ${fix}.`
    }`,
  hardwareIdMissing: `The hardware ID is missing. ${hardwareIdForms}`,
  hardwareIdInvalid: ({ value, digits }: Cell & { readonly digits?: number | undefined }) =>
    `${quoted(value)} isn't a hardware ID${digits === undefined || digits === 12 ? '' : `: it has ${count(digits)} ${digits === 1 ? 'digit' : 'digits'} instead of 12`}. ${hardwareIdForms}`,
  hardwareIdRepairable: ({ value, fix, lookalike }: Cell & Fix & Looks) =>
    `${quoted(value)} isn't a hardware ID${lookalike ? `: ${lookalikes(lookalike)}` : '.'} It probably is ${fix}.`,
  hardwareIdMangled: ({ value, fix }: Cell & Fix) =>
    `${quoted(value)} is a hardware ID that a spreadsheet turned into a number. ${
      fix === undefined ? 'Enter' : `It probably was ${fix}: look at the phone's label, and enter`
    } the MAC address with dashes, such as 00-04-F2-81-24-B3.`,
  hardwareIdReserved: ({ value, as }: Cell & { readonly as: ReservedAs }) =>
    `${quoted(value)} is ${reservedNames[as]}, which no device has. Enter the MAC address on the phone's label.`,
  portInvalid: ({ value, fix }: Cell & Fix) =>
    `${quoted(value)} has no valid port. A port is a colon and three digits, from 001 on. ${
      fix === undefined
        ? "Enter it like that, or remove it if the device isn't an ATA."
        : `It probably is ${fix}.`
    }`,
  regionInvalid: ({ value }: Cell) => `${quoted(value)} isn't a region. Enter NOAM, EMEA or APAC.`,
  regionMissing: `The region is missing. Enter NOAM, EMEA or APAC, or choose a region for the rows that have none.`,
  deviceTwice: ({
    value,
    device,
    others,
    fix,
  }: Cell & Fix & { readonly device: string; readonly others: OtherRows }) =>
    `The device ${value === device ? quoted(value) : `${quoted(value)} (${device})`} is also in ${otherRows(others)}. ${
      fix === undefined
        ? 'A device signs in with one account only: correct the hardware ID, or remove all of these rows but one from the file.'
        : `Each of these rows has a port of its own, which belongs behind the MAC address of an adapter: it probably is ${fix}.`
    }`,
  rowHidden:
    "The workbook doesn't show this row: it's hidden, by a filter for example. Its phone will sign in too. Leave it out if you don't want this.",
  accountOfPerson: ({ value }: Cell) =>
    `${quoted(value)} looks like a person's own account. That person's password would be reset. Check that the account is only for the phone, and that this is its user principal name, not just a mail address.`,
  accountOfContact: ({ value, heading }: Cell & { readonly heading: string }) =>
    `${quoted(value)} is also in the column ${quoted(heading)} of other rows, so it may be someone's own account. Its password would be reset. Check that the account is only for the phone.`,
  domainNotPublic: ({ value, ending }: Cell & { readonly ending: string }) =>
    `${quoted(value)} ends in .${ending}. No tenant can have such a domain. Enter the username as Microsoft Entra ID shows it.`,
  domainUnverified: ({ domain, rows, count: all }: UnverifiedDomain) =>
    `${plural(all, 'phone')} (${otherRows({ rows, more: all - rows.length })}): the domain ${quoted(domain)} isn't verified in this tenant, so ${all === 1 ? 'the account is' : 'these accounts are'} probably not in it. Check the spelling, and that you signed in to the right tenant.`,
  moreDomainsUnverified: (more: number) =>
    `${plural(more, 'more domain')} in the list ${more === 1 ? "isn't" : "aren't"} verified in this tenant.`,
  macLocal: ({ value }: Cell) =>
    `${quoted(value)} is a locally administered MAC address, which no maker gives a phone. Compare it with the phone's label.`,
  accountOnSeveralDevices: ({ value, others }: Cell & { readonly others: OtherRows }) =>
    `The account ${quoted(value)} is also in ${otherRows(others)}, with other devices. All of them will sign in with it. Check that you want this.`,
}

type MissingColumns = {
  readonly row: number
  readonly missing: readonly ColumnRole[]
  readonly header: readonly string[]
  readonly isOneColumn?: boolean
}
type ColumnNumbers = {
  readonly row: number
  readonly username: number
  readonly hardwareId: number
  readonly region: number | undefined
}
type Fix = { readonly fix?: string | undefined }
type Looks = { readonly lookalike?: Lookalike | undefined }
type UsernameFault = Looks & { readonly problem: UsernameProblem }

const oneColumn =
  'Separate its cells with commas, semicolons or tabs; in PowerShell, use Export-Csv instead of Format-Table. '
const wanted = 'The first row of a phone list names the columns Username and HardwareId.'

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
  'cells-moved': "cells that have moved, so that the username may be someone else's account",
  'username-missing': 'no username',
  'hardware-id-missing': 'no hardware ID',
  'hardware-id-invalid': 'not a hardware ID',
  'hardware-id-mangled': 'a hardware ID that a spreadsheet took for a number',
  'hardware-id-reserved': 'a MAC address that no device has',
  'port-invalid': 'no valid port',
  'region-invalid': 'not a region',
  'region-missing': 'no region',
  'device-twice': 'a device that is in several rows',
  'account-on-several-devices': 'an account that is in several rows',
  'account-of-person': "an account that looks like a person's own",
  'domain-not-public': 'a domain that no tenant can have',
  'mac-local': 'a locally administered MAC address',
  'account-of-contact': 'an account that other rows have as their contact',
  'row-hidden': "a row that the workbook doesn't show",
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
      return `${quoted(problem.character)} isn't allowed in it. Only the letters a to z, digits and . _ - ! # ^ ~ ' are.`
    case 'no-at':
      return 'it has no @.'
    case 'several-at':
      return 'it has more than one @.'
    case 'no-name':
      return 'there is nothing before the @.'
    case 'dot-before-at':
      return "there can't be a dot before the @."
    case 'domain':
      return "the part after the @ isn't a domain with a dot."
    case 'too-long':
      return "it's longer than 1,024 characters."
    default:
      return assertNever(problem)
  }
}
