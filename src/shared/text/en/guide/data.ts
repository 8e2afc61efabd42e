import type { ChapterText } from '../../../guide/chapter.ts'
import { settings } from '../window/settings.ts'

const { kept, support } = settings

export const data: ChapterText = {
  title: 'What is stored where',
  blocks: [
    'Everything that the app keeps is in one folder of your user profile, whether it is installed or portable:',
    {
      kind: 'table',
      columns: ['System', 'Folder'],
      rows: [
        ['Windows', '`%APPDATA%\\SIP Gateway Bulk Sign-in`'],
        ['macOS', '`~/Library/Application Support/SIP Gateway Bulk Sign-in`'],
        ['Linux', '`~/.config/SIP Gateway Bulk Sign-in`'],
      ],
    },
    {
      kind: 'table',
      columns: ['What', 'Where in it', 'How it is kept'],
      rows: [
        [
          kept.settings,
          '`settings.json`',
          'As plain text: your settings, the last folder and account, the names of tenants, the place of the window, how large you show everything, the headings of files whose columns you chose, how you want the table (its columns, their widths, its order), where the last eight lists are that you opened or saved, the steps you checked off for a tenant, and your answer about a policy.json beside the program.',
        ],
        [kept.signIn, '`sign-in`', kept.signInWhere.none],
        [kept.runs, '`runs`', `${kept.runsWhere} What is deleted there is in the recycle bin.`],
        [
          support.log,
          '`logs`',
          `${support.logHint} Usernames are shortened, such as r…@contoso.com, unless you choose otherwise. Passwords and tokens are never in them.`,
        ],
        [kept.lists, '', kept.listsWhere],
        [
          'Other files and folders',
          'such as `GPUCache`, `Local State`',
          'Written by Chromium, which draws the window: no phone, account or token is in them. On Windows `Local State` has the key to the sign-in, itself encrypted for your user.',
        ],
      ],
    },
    'Only an update that was downloaded is elsewhere: on Windows in `%LOCALAPPDATA%\\sip-gateway-bulk-sign-in-updater`. The uninstaller deletes it with the data.',
    'What you export is where you saved it. The terminal (`cli`), for those who use it, keeps a sign-in of its own in the same folder; `docs/terminal.md` of the source code says more. The app has no telemetry: it talks to Microsoft, and asks the page of its releases for a new version unless that is switched off.',
    { kind: 'heading', text: 'Remove all of it' },
    {
      kind: 'steps',
      items: [
        'Sign out of every account in the menu at your name. That erases the sign-ins.',
        'Export the results that you still need, then close the app.',
        'Uninstall it in the settings of Windows (or delete the portable file). The uninstaller asks whether to remove the data too.',
        'Delete the folder named above if it is still there, and empty the recycle bin if you had deleted runs. Other users of the computer have one of their own.',
        'If your organisation registered an app for it, delete the registration in the [Microsoft Entra admin center](entraAdminCenter).',
      ],
    },
    `For help, **${support.copyDiagnostics}** on the page **${settings.title}** copies versions, tenant, correlation IDs and the last errors, without tokens and passwords. Read it before you pass it on.`,
    { kind: 'picture', name: 'help', shows: 'The page Help in the window' },
  ],
}
