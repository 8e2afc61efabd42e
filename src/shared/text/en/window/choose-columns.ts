import { count, plural } from '../../plural.ts'

/** The question which column of a file or of pasted cells is what. */
export const chooseColumns = {
  title: (name: string) => `Choose the columns of ${name}`,
  pastedTitle: 'Choose the columns of the pasted cells',
  uncertain: 'Check which columns hold the accounts and the devices',
  uncertainWhy:
    'A wrong column would reset the passwords of the wrong accounts. The most likely columns are chosen below.',
  sheet: 'Sheet',
  headerRow: 'Row with the headings',
  noHeaderRow: 'None: the first row is a phone',
  rowOption: (row: number, cells: string) => `Row ${count(row)}: ${cells}`,
  roles: {
    username: 'Username',
    hardwareId: 'Hardware ID',
    port: 'Port',
    region: 'Region',
    none: 'Not used',
  },
  columnIs: (name: string) => `The column ${name} is`,
  firstRows: 'The first rows',
  row: 'Row',
  rowNumber: (row: number) => count(row),
  missing: (roles: readonly string[]) => `Choose the column for ${roles.join(' and for ')}.`,
  result: (rows: number, errors: number) =>
    errors === 0
      ? `${plural(rows, 'row')}, none with errors`
      : `${plural(rows, 'row')}, ${count(errors)} with errors`,
  open: 'Open the list',
  openNew: 'Open as a new list',
  addTo: (name: string) => `Add to ${name}`,
  again: 'Match columns…',
  againHint: 'Choose which columns of the file hold the accounts and the devices',
  remembered: 'Files with the same headings will be read the same way.',
} as const

/** Cells from the clipboard. */
export const pasted = {
  name: 'Pasted list',
  title: 'Paste a list',
  lead: 'Copy the cells in Excel, in Teams admin center or in a message, then paste them here.',
  field: 'Paste here (Ctrl+V)',
  anywhere: 'You can also press Ctrl+V on the page of phones at any time.',
  nothing: {
    message: 'There are no cells in the clipboard to make a list of.',
    remedy: 'Copy at least a column of accounts and a column of devices, then press Ctrl+V again.',
  },
  tooLarge: (megabytes: number) => ({
    message: `The clipboard holds more than a phone list can have (${megabytes} MB).`,
    remedy: 'Copy fewer rows or columns, or save them as a file and open that.',
  }),
} as const
