import type { ChapterText } from '../../../guide/chapter.ts'
import { powershell } from '../powershell.ts'
import { settings } from '../window/settings.ts'

const { logging, obstacles, troubles } = powershell
const pwsh = 'C:\\Program Files\\PowerShell\\7\\pwsh.exe'

export const anotherWay: ChapterText = {
  title: "Use Microsoft's PowerShell module",
  blocks: [
    "The app reaches the service directly, over the same API as Microsoft's own module. Microsoft supports only the commands of that module, MicrosoftTeams. If the direct connection gives an unexpected answer in your tenant, doesn't find something, or denies what your role allows, and nothing was submitted, the app offers the module: above the table during a run, and in the test of the tenant.",
    {
      kind: 'steps',
      items: [
        "Install the module if you don't have it: `Install-Module MicrosoftTeams -Scope CurrentUser` in Windows PowerShell 5.1, or `Install-PSResource MicrosoftTeams -TrustRepository` in PowerShell 7. The app installs nothing. It needs version 6.0.0 or later.",
        `Go to **Settings**, **${settings.way.title}**, and select **${settings.way.probeButton}**. The app says which PowerShell and module it found, or what is in the way.`,
        `The highest version is loaded. To use another one, enter it under **${settings.way.version}**.`,
        `Select **${settings.way.ways.powershell}**. The header then says **PowerShell**, and so does the question before a run.`,
      ],
    },
    'The app starts PowerShell in a hidden process and signs the module in with your sign-in. The module also needs a token for Microsoft Graph, which the app asks Microsoft for. The tokens go only to that process, and are never in a command line, a file or the environment. If the module answers for another tenant than yours, the app stops there.',
    "The app never repeats a submission through PowerShell either. If PowerShell ends or doesn't answer while a batch is submitted, the submission is unconfirmed, and the app looks in the batch history. Batches are the same either way: you can start a run one way and resume it the other.",
    'PowerShell runs one command at a time, so some things take longer. Starting it takes seconds. **Check readiness** asks for one group of 20 accounts at a time instead of four, so a list of 3,000 accounts may take minutes; you see the count meanwhile.',
    { kind: 'heading', text: 'What this computer may log' },
    'Policies of your organization can make every PowerShell log what it does. The app looks for three of them, and tells you when it looks for the module, when it starts it, and in the test of the tenant.',
    { kind: 'list', items: [troubles.logged, logging.scriptBlock, logging.transcript] },
    { kind: 'heading', text: 'At the terminal' },
    {
      kind: 'list',
      items: [
        '`run LIST --via powershell` signs the module in with the sign-in of `cli signin`.',
        '`run LIST --via powershell --module-sign-in` lets the module sign in by itself, with a code. It then gets none of the app’s tokens, and version 5.6.0 is enough.',
        '`--powershell FILE` names the PowerShell, `--module-version V` the version of the module.',
        '`doctor`, `ready`, `resume` and `settle` take the same options. `doctor` without `--via` tests both connections, one after the other.',
      ],
    },
    { kind: 'heading', text: 'What may be in the way' },
    {
      kind: 'list',
      items: [
        obstacles['no-host'],
        obstacles['no-module'](pwsh, 'core'),
        obstacles['old-module']('5.0.0', '6.0.0', 'core'),
        obstacles['no-such-version']('7.8.0', ['7.9.0']),
        obstacles['not-loaded']('7.9.0', 'Could not load file or assembly'),
        obstacles['old-host'](pwsh, '7.0.1'),
        obstacles.constrained(pwsh, 'ConstrainedLanguage'),
        obstacles['script-blocked'](pwsh),
        obstacles['not-started'](pwsh, 'EACCES'),
        obstacles.silent(pwsh),
        troubles['not-signed-in'](''),
        troubles['other-tenant'],
      ],
    },
  ],
}
