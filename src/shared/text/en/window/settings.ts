import type { ManagedBy } from '../../../policy.ts'
import { plural } from '../../plural.ts'

/** The page of settings. */
export const settings = {
  title: 'Settings',
  lead: 'Changes save automatically.',
  saved: 'Saved',
  notSaved: (message: string) => `Not saved. ${message}`,
  troubles: 'Settings need attention',
  reset: 'Use the default',
  /** Who has set what cannot be changed here. */
  managed: {
    organisation: (place: string) => `Set by your organization: ${place}`,
    'file-beside': (place: string) => `From policy.json beside the program: ${place}`,
  } satisfies Record<ManagedBy['by'], (place: string) => string>,
  signIn: {
    title: 'Sign-in',
    note: 'Applies at your next sign-in.',
    clientId: 'Client ID',
    clientIdHint:
      "The client ID of your own app registration. Leave empty to use Microsoft's client of Connect-MicrosoftTeams, which tenants already know.",
    tenant: 'Tenant',
    tenantHint:
      'The ID or a domain of the tenant to sign in to. Leave empty for the home tenant of your account.',
    tenantPlaceholder: 'contoso.com',
  },
  register: {
    title: 'How to register a client of your own',
    lead: "You need this only if the tenant doesn't allow the default client, or wants its own.",
    steps: [
      'Open the Microsoft Entra admin center as Application Administrator, and go to App registrations, New registration.',
      'Give it a name such as "SIP Gateway Bulk Sign-in" and choose who may use it: this tenant only, or several (partners).',
      'Under Redirect URI choose the platform "Public client/native (mobile & desktop)" and enter http://localhost. Register.',
      'Under Authentication, set "Allow public client flows" to Yes. Signing in with a code needs it.',
      'Under API permissions choose Add a permission, APIs my organization uses, "Skype and Teams Tenant Admin API", Delegated permissions, user_impersonation.',
      'Choose "Grant admin consent" there. A Privileged Role Administrator or Global Administrator can do it.',
      'Copy "Application (client) ID" from Overview into the field above. If it\'s for this tenant only, fill in the tenant too.',
      'Sign in again.',
    ],
    /** Beside what a step asks to be entered, to be copied. */
    forStep: (step: number) => `For step ${step}:`,
    redirectUri: 'http://localhost',
    copyRedirectUri: 'Copy the redirect URI',
    api: 'Skype and Teams Tenant Admin API',
    copyApi: 'Copy the name of the API',
    open: 'Open the Microsoft Entra admin center',
  },
  way: {
    title: 'How the app reaches the service',
    label: 'Connection',
    hint: "Microsoft supports only its own PowerShell commands, which may work where the direct connection doesn't. The app then starts PowerShell and signs Microsoft's module in as you, with a second token, for Microsoft Graph. Applies at once, or after the current run.",
    ways: { direct: 'Direct (default)', powershell: "Microsoft's PowerShell module" },
    version: 'Version of the module',
    versionHint:
      'Leave empty for the highest version installed. Enter another if that one fails. Applies like the connection.',
    versionPlaceholder: 'Highest',
    probe: "Is Microsoft's module here?",
    probeHint: 'Starts PowerShell and loads the module. Signs nobody in and changes nothing.',
    probeButton: 'Look for the module',
    probing: 'Looking, which may take a minute\u2026',
  },
  work: {
    title: 'Work',
    region: 'Default region',
    regionHint: 'For lists that you open from now on and that have no Region column.',
    noRegion: 'None: choose each time',
    theme: 'Theme',
    themeHint: 'High contrast always follows the system.',
    layouts: 'Remembered columns',
    layoutsHint: (files: number) =>
      files === 0
        ? 'The columns that you choose for a file are remembered for files with the same headings. None are remembered now.'
        : `Your choice of columns is remembered for files with the same headings: ${plural(files, 'kind')} of file so far.`,
    forgetLayouts: 'Forget all',
    themes: { system: 'Use system setting', light: 'Light', dark: 'Dark' },
  },
  advanced: {
    title: 'Advanced',
    batchSize: 'Batch size',
    batchSizeHint:
      'How many phones are submitted at a time. Smaller batches may finish sooner, and get stuck less often, if accounts come from on-premises Active Directory. Applies to the next run or retry.',
    batchSizes: (size: number, most: number) =>
      size === most ? `${size} phones (default)` : `${size} phones`,
  },
  support: {
    title: 'Log and support',
    names: 'Full usernames in the log',
    namesHint: 'If off, the log shortens them, such as r…@contoso.com. Passwords and tokens are never in it.',
    namesOption: 'Write usernames in full',
    log: 'Log',
    logHint: 'What the app did and what went wrong, in files that replace each other.',
    openLog: 'Open log folder',
    diagnostics: 'Diagnostics',
    diagnosticsHint: 'For a support ticket: versions, tenant, correlation IDs and the last errors.',
    copyDiagnostics: 'Copy diagnostics',
    copied: 'Diagnostics',
    about: 'Version',
    version: (product: string, version: string) => `${product} ${version}`,
    builtOn: (electron: string, chromium: string) => `Electron ${electron}, Chromium ${chromium}`,
  },
  kept: {
    title: 'Where data is stored',
    settings: 'Settings',
    settingsWhere:
      'In a file in your user profile, as plain text: everything on this page, the last folder and account, the names of tenants, the position of the window, and your answer about a policy.json beside the program.',
    signIn: 'Sign-in',
    signInWhere: {
      encrypted:
        'Encrypted by the system for your user, in the same folder. It never leaves this computer. Signing out deletes it.',
      memory:
        'In memory only, because this computer offers no encryption. Sign in again after you close the app.',
      none: 'Encrypted by the system for your user; where it offers no encryption, in memory until the app is closed. Signing out deletes it.',
    },
    runs: 'Runs',
    runsWhere:
      'Each run as a journal in the same folder: usernames, hardware IDs and results, so you can resume it. Delete it in History.',
    lists: 'Phone lists',
    listsWhere:
      'Nowhere. A list is read from its file, and changes last until another one is opened. If you chose the columns of a file, its headings are stored with the settings.',
  },
} as const
