import type { ChapterText } from '../../../guide/chapter.ts'
import { session } from '../window/session.ts'

export const install: ChapterText = {
  title: 'Install the app',
  blocks: [
    'The files of each version are on the page of its release, with their checksums in `SHA256SUMS`.',
    {
      kind: 'table',
      columns: ['File', 'For'],
      rows: [
        [
          'Installer (`.exe`), x64 or arm64',
          'Windows 10 and later. It installs for you alone and needs no administrator; for all users of the computer if you choose so.',
        ],
        [
          'Portable (`.exe`)',
          'One file to carry to another site. It installs nothing and leaves nothing in the Start menu or the registry, but keeps its data in your user profile like the installed app. Instead of a notification, its button in the taskbar flashes.',
        ],
        ['Package (`.msi`)', 'Software distribution: see [silent installation](deployment).'],
        [
          'AppImage or `.deb`; `.dmg`',
          'Linux and macOS, for those who ask. These are not signed: the system warns before it opens them.',
        ],
      ],
    },
    'A version whose Windows files are not signed says so in its name and in its release notes. Windows SmartScreen then warns; compare the checksum before you go on:',
    { kind: 'code', text: 'Get-FileHash ".\\name of the file.exe" -Algorithm SHA256' },
    'There is nothing else to install: no PowerShell module, no runtime.',
    { kind: 'heading', text: 'The first start' },
    `**${session.explore}** shows the whole way without an account, without a network, and without any password being reset: a stand-in for the service runs on your own computer, and a yellow strip says so on every page. It is a good way to learn the app before you touch a tenant.`,
    { kind: 'heading', text: 'Updates' },
    'The app tells you when there is a new version. Where the installer set it up for you alone, it also installs that version when you say so: never unasked, and never while a run is being watched. Everywhere else it only tells: installed for all users, portable, from the package, not signed, and on Linux and macOS. An administrator can switch this off: see [policies](deployment).',
  ],
}
