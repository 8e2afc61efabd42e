import type { RunEnd } from '../../run/counts.ts'
import { count, plural } from '../plural.ts'
import { quoted } from '../quoted.ts'
import { diagnostics } from './diagnostics.ts'
import { run } from './run.ts'

const ifSimulated = (simulated: boolean): string => (simulated ? 'simulated ' : '')

/** The app's words outside its page: dialogs, notifications, and failures that main finds. */
export const main = {
  failures: {
    foreignSender: { message: "The request didn't come from the window of this app. It was refused." },
    badRequest: (channel: string) => ({
      message: `The window sent a request that the app doesn't understand (${channel}).`,
      remedy: 'Restart the app. If it happens again, reinstall the app.',
    }),
    unexpected: {
      message: 'Something went wrong inside the app.',
      remedy: 'Try again. The log has the details: see Settings, Open log folder.',
    },
    cellTooLong:
      'A cell of the list is longer than 32,767 characters. Correct it in the file, then open it again.',
    tooManyRows: 'The list has more than 100,000 rows. Split it into several files.',
    fileTooLarge: (megabytes: number) =>
      `The file is larger than ${count(megabytes)} MB. A phone list of 3,000 phones has about 150 KB: choose another file.`,
    clipboardTooLong:
      'The text is too long for the clipboard (more than 64 MB). Export it to a file instead.',
    signOutDuringRun: {
      message: 'A run is being watched.',
      remedy: 'Stop watching it first, then sign out. Microsoft continues with the phones already submitted.',
    },
    switchDuringRun: {
      message: 'A run is being watched in this tenant.',
      remedy:
        'Stop watching it first, then sign in to another tenant or as someone else. Microsoft continues with the phones already submitted.',
    },
    notRemembered: { message: 'This account is no longer signed in here.', remedy: 'Sign in again.' },
    noCode: { message: 'There is no code to enter at the moment.', remedy: 'Sign in with a code first.' },
    browserFailed: {
      message: "The browser couldn't be opened.",
      remedy: 'Open the address beside the code, on this or any other device.',
    },
    logFolder: (folder: string, reason: string) => ({
      message: `The folder of the log couldn't be opened (${reason}).`,
      remedy: `It is ${folder}.`,
    }),
    notSavedHere: {
      message: "This file wasn't saved since the app was started, so it can't be opened from here.",
      remedy: 'Open it from its folder.',
    },
    notOpenedHere: (file: string) => ({
      message: `${file} could be a program, so it can't be opened from here.`,
      remedy: 'Select "Show in folder" and open it yourself.',
    }),
    notOpened: (file: string, reason: string) => ({
      message: `${file} couldn't be opened (${reason}).`,
      remedy: 'Select "Show in folder" and open it with another program.',
    }),
    notRecent: {
      message: 'This list is no longer among the recent lists.',
      remedy: 'Browse to it.',
    },
    notPrinted: (reason: string) => ({
      message: `The PDF couldn't be made: ${reason}`,
      remedy: 'Save the report as HTML, open it in a browser and print it there.',
    }),
    printTooLong: {
      message: "The PDF wasn't ready after five minutes, and nothing was saved.",
      remedy:
        'Save the report as HTML, open it in a browser and print it there, or make a report of fewer runs.',
    },
    noTenantTest: { message: 'There is no report to save.', remedy: 'Test the tenant first.' },
    noScript: {
      message: 'According to the last check, there is nothing to fix for these accounts.',
      remedy: 'Select Check readiness, then save the script again.',
    },
    inventoryOff: {
      message: 'The device inventory is off.',
      remedy: 'Turn it on in Settings, Device inventory.',
    },
    signedOut: { message: "You're not signed in.", remedy: 'Sign in, or explore with a simulated tenant.' },
    noRegion: {
      message: 'Some phones have no region.',
      remedy: 'Choose a region, or fill in the Region column, then confirm again.',
    },
    otherRun: {
      message: 'The run on the screen is no longer the latest one.',
      remedy: 'See the run that is shown now.',
    },
    nothingWatched: { message: 'No run is being watched.' },
    diskFull: (file: string) => ({
      message: `The disk is full: ${file} wasn't written.`,
      remedy: 'Free some space or choose another disk, then export again.',
    }),
    fileInUse: (file: string) => ({
      message: `${file} can't be written: another program has it open, or the folder is protected.`,
      remedy: 'Close the file in Excel, or choose another name or folder, then export again.',
    }),
    folderMissing: (file: string) => ({
      message: `${file} can't be written: its folder doesn't exist.`,
      remedy: 'Choose another folder, then export again.',
    }),
    notWritten: (file: string, reason: string) => ({
      message: `${file} can't be written (${reason}).`,
      remedy: 'Choose another folder, then export again.',
    }),
  },
  dialogs: {
    openList: 'Open a phone list',
    saveCsv: 'Export to a file',
    saveTemplate: 'Save a template',
    saveText: 'Save to a file',
    listFiles: 'Phone lists',
    csvFiles: 'CSV files',
    workbooks: 'Excel workbooks',
    textFiles: 'Text files',
    allFiles: 'All files',
  },
  /** Offered as file names, so no characters that Windows does not take. */
  files: {
    results: (list: string, started: string, simulated: boolean) =>
      `${list} ${ifSimulated(simulated)}results ${started}.csv`,
    failed: (list: string, started: string, simulated: boolean) =>
      `${list} ${ifSimulated(simulated)}failed ${started}.csv`,
    report: (name: string, written: string, simulated: boolean, format: string) =>
      `${name} ${ifSimulated(simulated)}report ${written}.${format}`,
    template: { csv: 'Phone list.csv', xlsx: 'Phone list.xlsx' },
    tenantTest: (day: string) => `Test of the tenant ${day}.txt`,
  },
  unsaved: {
    message: (list: string) => `Close the app without saving ${list}?`,
    detail: 'Its changes are only in this window and will be lost. To keep them, go back and save the list.',
    goBack: 'Go back',
    close: 'Close without saving',
  },
  closing: {
    message: 'Close the app while a run is being watched?',
    detail:
      'Microsoft continues with the phones already submitted, whether this window is open or not. Batches in the queue wait. When you open the app again, it offers to resume the run.',
    keepWatching: 'Keep watching',
    close: 'Close the app',
  },
  notices: {
    finished: (list: string, end: RunEnd) => ({
      title: run.ended(end),
      body: end.simulated ? `${list}. The tenant was simulated: nothing real happened.` : list,
    }),
    needsYou: (list: string) => ({
      title: 'A run needs a decision',
      body: `${list}: watching has stopped. Open the app to see why.`,
    }),
  },
  settings: {
    managed: {
      organisation: {
        message: 'Your organization manages this setting.',
        remedy: 'Ask the administrator of this computer to change it.',
      },
      'file-beside': {
        message: 'This setting comes from policy.json beside the program.',
        remedy: 'To change it, ignore that file: see Settings.',
      },
    },
    otherFileBeside: {
      message: "This isn't the policy.json that was found when the app started. Nothing has changed.",
      remedy: 'Restart the app.',
    },
    putAside: (file: string) => `The settings couldn't be read and were reset. The old ones are in ${file}.`,
    notKept: (file: string, reason: string) =>
      `The settings can't be written to ${file} (${reason}). They apply until you close the app.`,
  },
  updates: {
    forbidden: {
      message: 'A policy turns updates off.',
      remedy: 'See Settings for whose policy it is.',
    },
    unpublished: {
      message: "Updates aren't available in this build.",
      remedy: 'Install a published version of the app to be told of newer ones.',
    },
    duringRun: {
      message: "A run is being watched. Updates wait until it's over.",
      remedy: 'Try again when the run has finished.',
    },
    nothingToDownload: {
      message: 'There is no update that can be downloaded here.',
      remedy: 'Check for updates first.',
    },
    nothingToInstall: {
      message: 'No update has been downloaded.',
      remedy: 'Check for updates and download one first.',
    },
    noPage: { message: 'There is no page about this version.', remedy: 'Check for updates first.' },
    look: (reason: string) => ({
      message: `Couldn't check for updates (${reason}).`,
      remedy: 'Check the connection and the proxy, then try again. The app works as before.',
    }),
    download: (reason: string) => ({
      message: `The update couldn't be downloaded (${reason}).`,
      remedy: 'Try again later. The app works as before.',
    }),
    notTrusted: {
      message: "The update isn't signed by the publisher of this app. It was deleted.",
      remedy: "Don't install it from elsewhere. Report this to the maintainers of the app.",
    },
    damaged: {
      message: 'The downloaded update was damaged. It was deleted.',
      remedy: 'Download it again.',
    },
  },
  /** The policies that administrators set, and the errors in them. */
  policy: {
    unreadable: (place: string, reason: string) =>
      `The policies in ${place} couldn't be read (${reason}), so updates are off. Ask the administrator of this computer.`,
    /** Of a file beside the program that is not the organisation's: it decides nothing. */
    besideUnreadable: (place: string, reason: string) => `${place} can't be used (${reason}). It's ignored.`,
    isLink: (path: string) => `${path} is a link, so others may have written what it leads to`,
    notRoots: (path: string) => `${path} doesn't belong to root, so others may have written it`,
    writable: (path: string) => `others than root can write to ${path}`,
    notAFile: "it isn't a file",
    notJson: "it isn't JSON",
    notAnObject: 'it must be one object with a value for each policy',
    tooLarge: "it's larger than 64 KB",
    regRefused: 'reg.exe may not be used here',
    tookTooLong: "reg.exe didn't answer",
    unknown: (place: string, name: string) =>
      `${place} sets ${quoted(name)}, which isn't a policy of this app. It's ignored.`,
    more: (place: string, entries: number) =>
      `${plural(entries, 'more entry', 'more entries')} of ${place} can't be used.`,
    notUsable: (place: string, name: string, value: string, takes: string, switchesOff: boolean) =>
      `${place} sets ${name} to ${quoted(value)}, which isn't ${takes}. ${
        switchesOff ? 'Updates are off until that is fixed.' : "It's ignored."
      }`,
    takes: {
      ClientId: 'a client ID such as 12128f48-ec9e-42f0-b203-ea49fb6af367',
      Tenant: 'the ID or a domain of a tenant',
      Region: 'NOAM, EMEA or APAC',
      Updates: 'off, tell or on',
    },
  },
  signIn: {
    otherAccount: (username: string, asked: string) => ({
      message: `${username} signed in instead of ${asked}. The account is remembered, and nothing else has changed.`,
      remedy: `Sign in again as ${asked}, or switch to ${username}.`,
    }),
    afterRunBegan: (username: string) => ({
      message: `${username} signed in, but a run has started in the meantime. The account is remembered.`,
      remedy: 'Switch to it when the run is over.',
    }),
  },
  /** Written into a support ticket. */
  diagnostics,
  launch: {
    failed: "The app can't start",
  },
  /** A page that will never work. */
  brokenPage: {
    title: "The app's window doesn't work",
    detail: (what: string) =>
      `${what}\n\nClose the app and open it again. If it happens again, reinstall the app. Microsoft continues with the phones already submitted, and the app can resume the run.`,
  },
  contextMenu: { cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all' },
}
