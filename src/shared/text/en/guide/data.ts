import type { ChapterText } from '../../../guide/chapter.ts'
import { settings } from '../window/settings.ts'

const { kept, support } = settings

export const data: ChapterText = {
  title: 'Where data is stored',
  blocks: [
    'The app keeps everything in one folder of your user profile, whether it is installed or portable:',
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
          'As plain text: your settings, the last folder and account, the names of tenants, the position and zoom of the window, the headings of files whose columns you chose, the layout of the table (columns, widths, order), the paths of the last eight lists that you opened or saved, the steps you checked off for a tenant, and your answer about a policy.json beside the program.',
        ],
        [kept.signIn, '`sign-in`', kept.signInWhere.none],
        [kept.runs, '`runs`', `${kept.runsWhere} Runs that you delete go to the recycle bin.`],
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
    'Only downloaded updates are elsewhere: on Windows in `%LOCALAPPDATA%\\sip-gateway-bulk-sign-in-updater`. The uninstaller deletes them with the data.',
    'Exports are where you saved them. The terminal (`cli`) keeps its own sign-in in the same folder; see `docs/terminal.md` in the source code. The app has no telemetry: it connects to Microsoft, and asks its releases page for a new version unless you switch that off.',
    { kind: 'heading', text: 'Remove everything' },
    {
      kind: 'steps',
      items: [
        'Sign out of every account in the menu at your name. That erases the sign-ins.',
        'Export the results that you still need, then close the app.',
        'Uninstall it in the settings of Windows (or delete the portable file). The uninstaller asks whether to remove the data too.',
        'Delete the folder named above if it is still there, and empty the recycle bin if you deleted runs. Other users of the computer have their own folder.',
        'If your organization registered an app for it, delete the registration in the [Microsoft Entra admin center](entraAdminCenter).',
      ],
    },
    `For help, **${support.copyDiagnostics}** on the page **${settings.title}** copies versions, tenant, correlation IDs and the last errors, without tokens and passwords. Read it before you pass it on.`,
    { kind: 'picture', name: 'help', shows: 'The page Help in the window' },
  ],
}
