import type { ManagedSetting, UpdatePolicy } from '../../../policy.ts'

/** The question about a policy.json that lies beside the program, and what Settings shows of it. */
export const fileBeside = {
  title: 'Use the settings in policy.json?',
  warningTitle: 'Anyone could have put this file here',
  warning:
    "It lies in the program's folder, which other people, programs and web pages can save files to. It isn't a policy of your organization. If you don't know who put it there, ignore it.",
  file: 'File',
  names: {
    clientId: 'Client ID',
    tenant: 'Tenant',
    region: 'Region',
    updates: 'Updates',
  } satisfies Record<ManagedSetting, string>,
  /** The effect of each of its values. */
  changes: {
    clientId: 'You sign in through this app registration. Only use one that you know.',
    tenant: 'You sign in to this tenant when you name no other.',
    region: 'Offered for lists without a Region column.',
  },
  updates: {
    off: 'The app no longer checks for updates.',
    tell: 'The app checks for updates, but never installs one itself.',
    on: 'The app always checks for updates.',
  } satisfies Record<UpdatePolicy, string>,
  overruled: 'No effect: your organization sets this.',
  /** The consequences of the choice. */
  consequence:
    "If you use it, you can't change these settings until you ignore the file. You're asked again only if the file changes. You can change your mind in Settings.",
  use: 'Use these settings',
  ignore: 'Ignore this file',
  announce: {
    use: 'The settings in policy.json are used.',
    ignore: 'policy.json is ignored.',
  },
  settings: {
    title: 'policy.json beside the program',
    answer: {
      use: 'You chose to use it.',
      ignore: 'You chose to ignore it.',
      none: "Not in use: you haven't decided yet.",
    },
    review: 'Review…',
  },
} as const
