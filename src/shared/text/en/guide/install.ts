import type { ChapterText } from '../../../guide/chapter.ts'
import { session } from '../window/session.ts'

export const install: ChapterText = {
  title: 'Install the app',
  blocks: [
    'The files of each version are on its release page, with their checksums in `SHA256SUMS`.',
    {
      kind: 'table',
      columns: ['File', 'For'],
      rows: [
        [
          'Installer (`.exe`), x64 or arm64',
          'Windows 10 and later. It installs only for you and needs no administrator, or for all users of the computer if you choose so.',
        ],
        [
          'Portable (`.exe`)',
          'One file to take along. It installs nothing and leaves nothing in the Start menu or the registry, but keeps its data in your user profile like the installed app. Instead of showing a notification, its taskbar button flashes.',
        ],
        ['Package (`.msi`)', 'Software distribution: see [silent installation](deployment).'],
        [
          'AppImage or `.deb`; `.dmg`',
          "Linux and macOS. These aren't signed: the system warns you before it opens them.",
        ],
      ],
    },
    'A version whose Windows files are not signed says so in its name and in its release notes. Windows SmartScreen then warns; compare the checksum before you go on:',
    { kind: 'code', text: 'Get-FileHash ".\\name of the file.exe" -Algorithm SHA256' },
    'There is nothing else to install: no PowerShell module, no runtime.',
    { kind: 'heading', text: 'The first start' },
    `**${session.explore}** lets you try everything without an account or a network, and without resetting any password. A stand-in for the service runs on your computer, and a yellow strip says so on every page. Learn the app this way before you work in a tenant.`,
    { kind: 'heading', text: 'Updates' },
    'The app tells you when there is a new version. If the installer set it up only for you, it also installs that version when you ask for it, but never while a run is being watched. It only tells you if it is installed for all users, portable, from the package or not signed, and on Linux and macOS. An administrator can switch updates off: see [policies](deployment).',
  ],
}
