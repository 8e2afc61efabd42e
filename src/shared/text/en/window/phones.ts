import { count, plural } from '../../plural.ts'

/** The page of phones before a run: opening, checking and editing a list. */
export const phones = {
  title: 'Phones',
  toolbar: 'Phone list and run',
  browse: 'Browse…',
  browseHint: 'Open a phone list (Ctrl+O)',
  otherWays: 'Other ways to make a list',
  paste: 'Paste cells…',
  addByHand: 'Type or scan phones',
  template: { csv: 'Save a template (CSV)…', xlsx: 'Save a template (Excel)…' },
  added: (rows: number) => `${plural(rows, 'row')} added.`,
  byHand: {
    name: 'Phones added by hand',
    title: 'Add phones',
    device: 'Hardware ID',
    account: 'Username',
    add: 'Add the phone',
    close: 'Done',
    help: 'Scan or type the MAC address and press Enter, then the account and press Enter.',
    added: (row: number, username: string) => `Row ${row} added: ${username}.`,
    noRows: 'No phones yet',
    noRowsHint: 'Scan or type the first device above.',
  },
  recent: {
    title: 'Recent lists',
    in: (folder: string) => `in ${folder}`,
    forget: 'Clear recent lists',
    forgotten: 'Recent lists cleared.',
  },
  region: 'Region',
  chooseRegion: 'Choose a region',
  regionOption: {
    NOAM: 'NOAM (Americas)',
    EMEA: 'EMEA (Europe, Middle East, Africa)',
    APAC: 'APAC (Asia Pacific)',
  },
  regionFromFile: 'From the file',
  regionFromFileHint: 'The Region column of the file sets the region of every row.',
  regionForRest: 'The Region column of the file leaves some rows empty: this region is used for them.',
  signIn: {
    none: 'Sign in',
    all: (phones: number) => `Sign in ${plural(phones, 'phone')}`,
    others: (phones: number) => `Sign in the other ${plural(phones, 'phone')}`,
    selected: (phones: number) => `Sign in ${count(phones)} selected`,
    again: (corrected: number, failed: number) =>
      corrected === 0
        ? `Sign in ${plural(failed, 'failed phone')} again`
        : failed === 0
          ? `Sign in ${plural(corrected, 'corrected phone')}`
          : `Sign in ${count(corrected)} corrected and ${plural(failed, 'failed phone')}`,
    firstFew: (phones: number) => `Start with ${count(phones)}`,
    firstFewHint: (phones: number) =>
      `Sign in ${plural(phones, 'phone')} first, to see whether all goes well. Then sign in the others.`,
    parts: (fresh: number, corrected: number, failed: number) =>
      [
        fresh > 0 ? `${count(fresh)} not signed in yet` : '',
        corrected > 0 ? `${count(corrected)} corrected` : '',
        failed > 0 ? `${count(failed)} failed` : '',
      ]
        .filter((part) => part !== '')
        .join(', '),
  },
  saveList: 'Save the list (CSV)…',
  undo: 'Undo',
  undoHint: (row: number) => `Undo the last change, row ${row} (Ctrl+Z)`,
  undoSeveralHint: (cells: number) => `Undo the last change, ${plural(cells, 'row')} (Ctrl+Z)`,
  undone: 'The last change was undone.',
  redo: 'Redo',
  redoHint: 'Redo the change that was undone (Ctrl+Y)',
  redone: 'The change was redone.',
  opened: (name: string, rows: number) => `${name} is open: ${plural(rows, 'row')}.`,
  replace: {
    title: (name: string) => `Open ${name}?`,
    again: (name: string) => `Read ${name} again?`,
    lead: (rows: number, name: string) =>
      `${plural(rows, 'changed row')} of ${name} ${rows === 1 ? 'is' : 'are'} only in this window and will be lost.`,
    savedNot: "The file itself wasn't changed.",
    save: 'Save the list first…',
    onlyHere: (rows: number, name: string) =>
      `${name} is only in this window. Its ${plural(rows, 'row')} will be lost.`,
    keep: (name: string) => `Keep ${name}`,
    open: 'Open the other list',
    readAgain: 'Read it again',
  },
  why: {
    noList: 'Open a phone list first.',
    noRows: 'Add a phone first.',
    noRegion: 'Choose a region first.',
    nothingReady: 'No row is ready: correct the rows with errors.',
    allSignedIn:
      'All of these phones were signed in during the last 7 days. Include them to sign them in again.',
    nothingNext: 'Every phone is signed in or under way. Select rows to sign them in again.',
    nothingSelected: 'None of the selected rows can be signed in now.',
    signedOut: 'Sign in first, or explore with a simulated tenant.',
    underWay: 'A run is under way. Wait until it has finished, or stop watching it first.',
  },
  empty: {
    title: 'Open a phone list',
    lead: 'Drop a CSV file or an Excel workbook anywhere on this window, browse to it, or paste its cells (Ctrl+V).',
    columns: [
      { name: 'Username', what: 'The account that signs in on the phone, such as reception@contoso.com' },
      {
        name: 'HardwareId',
        what: 'The MAC address, such as 00-04-F2-81-24-B3. For a port of an analog adapter: 00-90-8F-12-34-56:001',
      },
      {
        name: 'Region',
        what: 'Optional: NOAM, EMEA or APAC. Without it, all rows get the region that you choose',
      },
    ],
    sample: 'Open the sample list',
    nothingSent: 'Opening and checking a list sends nothing.',
    signedOut: 'You can check a list before you sign in.',
  },
  filter: 'Filter',
  filterPlaceholder: 'Filter rows',
  clearFilter: 'Clear the filter',
  onlyReason: (reason: string) => `Failed: ${reason}`,
  filterHint: 'Show only rows that contain this text, in any column (Ctrl+F)',
  tableTools: 'Table tools',
  statusFilter: 'Show only',
  all: 'All',
  shown: (shown: number, all: number) => `${count(shown)} of ${count(all)}`,
  noMatch: 'No row matches',
  noMatchHint: (all: number) => `None of the ${plural(all, 'row')} matches the filter.`,
  showAll: 'Show all rows',
  readyToRun: (phones: number, batches: number) =>
    `${plural(phones, 'phone')} can be signed in, in ${plural(batches, 'batch', 'batches')}`,
  nothingReady: 'No phone can be signed in yet',
  regionMissing: (phones: number) => `Choose a region to sign in ${plural(phones, 'phone')}`,
  allSignedIn: 'Nothing is left to sign in',
  signedIn: {
    leftOut: (number: number) =>
      `${plural(number, 'phone')} signed in during the last 7 days ${number === 1 ? 'is' : 'are'} left out.`,
    included: (number: number) =>
      `${plural(number, 'phone')} signed in during the last 7 days ${number === 1 ? 'is' : 'are'} included: ${number === 1 ? 'its password is' : 'their passwords are'} reset again.`,
    include: (number: number) => (number === 1 ? 'Include it' : 'Include them'),
    leaveOut: (number: number) => (number === 1 ? 'Leave it out' : 'Leave them out'),
    announce: {
      included: 'The phones signed in before are included.',
      leftOut: 'The phones signed in before are left out.',
    },
  },
  showRun: 'Show the run',
  showLastRun: 'Show the last run',
  backToList: (name: string) => `Back to ${name}`,
} as const
