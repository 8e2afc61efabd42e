import { plural } from '../plural.ts'

/** What the app says outside its page: dialogs, notifications, and failures that main finds. */
export const main = {
  failures: {
    foreignSender: { message: 'The request did not come from the window of this app. It was refused.' },
    badRequest: (channel: string) => ({
      message: `The window sent a request that the app does not understand (${channel}).`,
      remedy: 'Restart the app. If it happens again, install the app anew.',
    }),
    unexpected: {
      message: 'Something went wrong inside the app.',
      remedy: 'Try again. What happened is written in the file main.log in the folder of the app data.',
    },
    cellTooLong:
      'A cell of the list is longer than 32,767 characters. Correct it in the file, then open it again.',
    tooManyRows: 'The list has more than 100,000 rows. Split it into several files.',
    fileTooLarge:
      'The file is larger than 5 MB. A phone list of 3,000 phones has about 150 KB: choose another file.',
    clipboardTooLong: 'The text is too long for the clipboard (more than 1 MB). Export it to a file instead.',
    noRealSignIn: {
      message: 'This version cannot sign in to Microsoft yet.',
      remedy: 'Explore the app with the simulated tenant: nothing leaves this computer there.',
    },
    signOutDuringRun: {
      message: 'A run is being watched.',
      remedy: 'Stop watching it first, then sign out. The service goes on with it.',
    },
    signedOut: { message: 'Nobody is signed in.', remedy: 'Sign in, or explore with a simulated tenant.' },
    noRegion: {
      message: 'Some phones have no region.',
      remedy: 'Choose a region, or fill in the Region column, then confirm again.',
    },
    notConfirmed: {
      message: 'What would run now is not what was confirmed. Nothing was sent.',
      remedy: 'Look at the list again, then confirm once more.',
    },
    otherRun: {
      message: 'The run on the screen is not the latest one any more.',
      remedy: 'Look at the run that is shown now.',
    },
    nothingWatched: { message: 'No run is being watched.' },
    nothingToExport: { message: 'There is no run to export yet.', remedy: 'Start a run first.' },
    diskFull: (file: string) => ({
      message: `The disk is full: ${file} was not written.`,
      remedy: 'Free some space or choose another disk, then export again.',
    }),
    fileInUse: (file: string) => ({
      message: `${file} cannot be written: another program has it open, or the folder is protected.`,
      remedy: 'Close the file in Excel, or choose another name or folder, then export again.',
    }),
    folderMissing: (file: string) => ({
      message: `${file} cannot be written: its folder does not exist.`,
      remedy: 'Choose another folder, then export again.',
    }),
    notWritten: (file: string, reason: string) => ({
      message: `${file} cannot be written (${reason}).`,
      remedy: 'Choose another folder, then export again.',
    }),
  },
  dialogs: {
    openList: 'Open a phone list',
    saveCsv: 'Export to a file',
    csvFiles: 'CSV files',
    allFiles: 'All files',
  },
  /** Offered as file names, so no characters that Windows does not take. */
  files: {
    results: (list: string, started: string) => `${list} results ${started}.csv`,
    failed: (list: string, started: string) => `${list} failed ${started}.csv`,
  },
  closing: {
    message: 'A run is being watched',
    detail:
      'The service goes on with every phone that was handed over, whether this window is open or not. Phones that are still queued are not sent. Watching can be taken up again later.',
    keepWatching: 'Keep watching',
    close: 'Close',
  },
  notices: {
    finished: (list: string, counts: { readonly 'signed in': number; readonly failed: number }) => ({
      title: counts.failed === 0 ? 'All phones are signed in' : `${plural(counts.failed, 'phone')} failed`,
      body: `${list}: ${plural(counts['signed in'], 'phone')} signed in, ${counts.failed} failed.`,
    }),
    needsYou: (list: string) => ({
      title: 'A run needs a decision',
      body: `${list}: watching has stopped. Open the app to see why.`,
    }),
  },
  launch: {
    failed: 'The app cannot start',
  },
}
