import { count, plural } from '../../plural.ts'

/** The page of phones before a run: opening, checking and editing a list. */
export const phones = {
  title: 'Phones',
  toolbar: 'Phone list and run',
  browse: 'Browse…',
  browseHint: 'Open a phone list (Ctrl+O)',
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
  bulkSignIn: 'Bulk sign in',
  undo: 'Undo',
  undoHint: (row: number) => `Undo the last correction, row ${row} (Ctrl+Z)`,
  undoSeveralHint: (cells: number) => `Undo the last correction, ${plural(cells, 'cell')} (Ctrl+Z)`,
  undone: 'The last correction was undone.',
  opened: (name: string, rows: number) => `${name} is open: ${plural(rows, 'row')}.`,
  replace: {
    title: (name: string) => `Open ${name}?`,
    lead: (cells: number, name: string) =>
      `${plural(cells, 'correction')} of ${name} ${cells === 1 ? 'is' : 'are'} only in this window and will be lost.`,
    savedNot: 'The file itself was not changed.',
    keep: (name: string) => `Keep ${name}`,
    open: 'Open the other list',
  },
  why: {
    noList: 'Open a phone list first.',
    noRegion: 'Choose a region first.',
    nothingReady: 'No row is ready: correct the rows with errors.',
    allSignedIn:
      'All of these phones were signed in during the last 7 days. Include them to sign them in again.',
    signedOut: 'Sign in first, or explore with a simulated tenant.',
    underWay: 'A run is under way. Wait until it has finished, or stop watching it first.',
  },
  empty: {
    title: 'Open a phone list',
    lead: 'Drop a CSV file anywhere on this window, or browse to it.',
    columns: [
      { name: 'Username', what: 'The account that signs in on the phone, such as reception@contoso.com' },
      {
        name: 'HardwareId',
        what: 'The MAC address, such as 00-04-F2-81-24-B3. For a port of an analog adapter: 00-90-8F-12-34-56:001',
      },
      {
        name: 'Region',
        what: 'Optional: NOAM, EMEA or APAC. Without it, all rows get the region chosen above',
      },
    ],
    sample: 'Open the sample list',
    nothingSent: 'Opening and checking a list sends nothing.',
    signedOut: 'You are not signed in. A list can be checked all the same.',
  },
  filter: 'Filter',
  filterPlaceholder: 'Filter rows',
  filterHint: 'Show only rows that contain this text, in any column (Ctrl+F)',
  statusFilter: 'Show only',
  all: 'All',
  shown: (shown: number, all: number) => `${count(shown)} of ${count(all)}`,
  noMatch: 'No row matches',
  noMatchHint: (all: number) => `None of the ${plural(all, 'row')} matches the filter.`,
  showAll: 'Show all rows',
  readyToRun: (phones: number, batches: number) =>
    `${plural(phones, 'phone')} can be signed in, in ${plural(batches, 'batch', 'batches')}`,
  nothingReady: 'No phone can be signed in yet',
  regionMissing: (phones: number) => `${plural(phones, 'phone')} can be signed in once a region is chosen`,
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
