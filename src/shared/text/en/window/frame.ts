import { count, decimal } from '../../plural.ts'

/** Header, navigation, messages and what else frames every page. */
export const frame = {
  product: 'SIP Gateway Bulk Sign-in',
  navigation: 'Pages',
  pages: {
    phones: 'Phones',
    'provisioning-urls': 'Provisioning',
    history: 'History',
    settings: 'Settings',
    help: 'Help',
  },
  skipToMain: 'Skip to the page',
  skipToTable: 'Skip to the table',
  messages: 'Messages',
  layers: 'Hints and announcements',
  dismiss: 'Dismiss this message',
  copy: 'Copy',
  copied: 'Copied',
  copiedToClipboard: (what: string) => `Copied: ${what}`,
  saved: { open: 'Open', show: 'Show in folder' },
  cancel: 'Cancel',
  close: 'Close',
  shortcuts: {
    title: 'Keyboard shortcuts',
    groups: [
      {
        name: 'Everywhere',
        keys: [
          ['F1', 'Help'],
          ['F6, Shift+F6', 'Next or previous part of the window'],
          ['?', 'This list'],
          ['Ctrl+O', 'Open a phone list'],
          ['Ctrl+S', 'Save the list as a CSV file'],
          ['Ctrl+V', 'Paste cells'],
          ['Ctrl+F', 'Filter the rows; in Help: search'],
          ['Ctrl+E', 'Export the results'],
          ['Ctrl+Z', 'Undo'],
          ['Ctrl+Y', 'Redo (or Ctrl+Shift+Z)'],
        ],
      },
      {
        name: 'In the table',
        keys: [
          ['Arrow keys, Home, End', 'Move from cell to cell'],
          ['Space', 'Select or clear the row'],
          ['Shift+Up, Down', 'Select from row to row'],
          ['Shift+Space', 'Select from the last selected row to this one'],
          ['Ctrl+A', 'Select all rows that pass the filter'],
          ['Esc', 'Clear the selection'],
          ['Enter, F2', 'Edit the cell, or open the details'],
          ['Any character', 'Type into the cell'],
          ['Delete', 'Delete the selected rows'],
          ['Ctrl+C', 'Copy the selected rows, or the cell'],
          ['Alt+Left, Alt+Right', 'In a heading: make the column narrower or wider'],
          ['Shift+F10', 'Open the menu of the row'],
        ],
      },
    ],
  },
  broken: {
    title: 'Something went wrong in this window',
    body: 'Nothing is lost: a run continues, and its results are kept. Reload the window to see them.',
    reload: 'Reload the window',
    details: (message: string) => `What happened: ${message}`,
  },
  unexpected: {
    message: "The app didn't answer as expected.",
    remedy: 'Try again. If it happens again, close the app and open it again. You can resume a run.',
  },
  drop: {
    title: 'Drop a phone list here',
    hint: 'A CSV file or an Excel workbook with the columns Username and HardwareId',
    several: (files: number) => ({
      message: `You dropped ${files} files, but a phone list is one file.`,
      remedy: 'Drop one file, or put all phones in one list: there is no limit of 100.',
    }),
    folder: (name: string) => ({
      message: `${name} is a folder, not a phone list.`,
      remedy: 'Drop the file itself.',
    }),
    tooLarge: (name: string, megabytes: number, limit: number) => ({
      message: `${name} is ${decimal(megabytes)} MB; a phone list has at most ${count(limit)} MB.`,
      remedy: "Check that it's a phone list. If it is, split it into several lists.",
    }),
    nothing: {
      message: "What you dropped isn't a file.",
      remedy: 'Drop a file from a folder, or browse to it.',
    },
    unreadable: (name: string) => ({
      message: `${name} couldn't be read.`,
      remedy: 'Check that it still exists and that no other program has it open, then try again.',
    }),
  },
} as const
