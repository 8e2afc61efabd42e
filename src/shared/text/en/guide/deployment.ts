import type { ChapterText } from '../../../guide/chapter.ts'

export const deployment: ChapterText = {
  title: 'Silent installation and policies',
  blocks: [
    { kind: 'heading', text: 'Install without questions' },
    'The installer, for the user who runs it or for all users of the computer (as an administrator):',
    {
      kind: 'code',
      text: '"name of the installer.exe" /S /currentuser\n"name of the installer.exe" /S /allusers',
    },
    'The package, for software distribution:',
    { kind: 'code', text: 'msiexec /i "name of the package.msi" /qn' },
    'To remove it again: the uninstaller in the folder of the app with `/S`, or `msiexec /x` with the package. What is left then stands in [What is stored where](data).',
    { kind: 'heading', text: 'Policies' },
    'An administrator can preset the client ID, the tenant and the region, and switch off the look for updates:',
    {
      kind: 'list',
      items: [
        'in the registry, under `HKLM\\Software\\Policies\\SipGatewayBulkSignIn`, by group policy or Intune;',
        'in a file `policy.json` beside the program, for portable copies.',
      ],
    },
    'The names of the values and examples are in the file `docs/policies.md` of the source code.',
  ],
}
