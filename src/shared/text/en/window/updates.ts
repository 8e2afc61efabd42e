import type { UpdateAbility } from '../../../updates.ts'

/** Newer versions of the app: the message above the page, and the part of the settings. */
export const updates = {
  title: 'Updates',
  notice: 'Update',
  available: (version: string) => `Version ${version} is available`,
  downloading: (version: string, percent: number) => `Version ${version} is being downloaded: ${percent} %`,
  downloaded: (version: string) => `Version ${version} has been downloaded`,
  whatIsNew: "What's new",
  download: 'Download and install on closing',
  page: 'Release notes',
  downloadPage: 'Open the download page',
  later: 'Later',
  hide: 'Hide',
  restart: 'Restart and install now',
  notAtClose: 'Do not install',
  atClose: 'Install on closing',
  install: {
    now: 'The app closes, installs the update and opens again.',
    'at-close': 'The update is installed when the app closes, unless a run is being watched then.',
    not: "The update isn't installed until you ask for it.",
  },
  look: 'Check for updates',
  looking: 'Checking for updates…',
  current: 'This is the latest version.',
  lookedAt: (time: string) => `Last checked at ${time}.`,
  nothingKnown: 'Not checked since the app was opened.',
  duringRun: "A run is being watched. Updates wait until it's over.",
  preference: 'Check for updates automatically',
  preferenceHint:
    'Shortly after the app is opened, and once a day. Nothing is downloaded or installed unless you ask for it.',
  preferences: { tell: 'Yes, and tell me', off: 'No' },
  status: 'Newer version',
  /** How an update is installed here, or why it is not. */
  can: {
    unknown: '',
    install: 'An update is downloaded and installed when you ask for it, and never during a run.',
    unpublished: "Updates aren't available in this build.",
    forbidden: 'Updates are off.',
    portable:
      'This is the portable app: it tells you about a newer version, and you replace the file yourself.',
    'managed-install':
      "This app wasn't set up by its own installer: it tells you about a newer version, which is installed the way this one was.",
    'all-users':
      'This app is installed for all users: it tells you about a newer version, and an administrator installs it.',
    system:
      'On this system, the app tells you about a newer version, and you install it the way you installed this one.',
    unsigned: "This build isn't signed: it tells you about a newer version, and you install it yourself.",
    policy: 'A policy keeps the app from installing updates: it only tells you about a newer version.',
  } satisfies Record<UpdateAbility, string>,
} as const
