import type { ChapterText } from '../../../guide/chapter.ts'

export const deployment: ChapterText = {
  title: 'Silent installation and policies',
  blocks: [
    { kind: 'heading', text: 'Install without questions' },
    'The installer, for the user who runs it or, as an administrator, for all users of the computer:',
    {
      kind: 'code',
      text: '"name of the installer.exe" /S /currentuser\n"name of the installer.exe" /S /allusers',
    },
    'The package, for software distribution. It installs for all users and needs administrator rights:',
    { kind: 'code', text: 'msiexec /i "name of the package.msi" /qn' },
    'To remove it without questions: the uninstaller in the folder of the program with `/S`, or `msiexec /x` with the package and `/qn`. What the app has stored stays; the uninstaller deletes that of the account which runs it when it gets `--delete-app-data` too. Where it all is: [What is stored where](data).',
    { kind: 'heading', text: 'Policies' },
    'An administrator can set for everybody on a computer what the app would otherwise ask or leave to its user. A setting that a policy sets cannot be changed on the page of settings.',
    {
      kind: 'table',
      columns: ['Name', 'Value'],
      rows: [
        ['`ClientId`', 'The client ID of an app registration of your own.'],
        ['`Tenant`', 'The ID or domain of the tenant to sign in to.'],
        ['`Region`', '`NOAM`, `EMEA` or `APAC`: the default for lists without a Region column.'],
        [
          '`Updates`',
          '`off`: the app never looks for updates. `tell`: it tells, and installs nothing itself. `on`: it always looks for them.',
        ],
      ],
    },
    'In the registry these are text values (REG_SZ), by group policy or Intune, of the computer (`HKLM`) or of the user (`HKCU`):',
    {
      kind: 'code',
      text: 'reg add HKLM\\Software\\Policies\\SipGatewayBulkSignIn /v Tenant /d contoso.com\nreg add HKLM\\Software\\Policies\\SipGatewayBulkSignIn /v Updates /d off',
    },
    'Or in a file `policy.json` in the folder of a program installed for all users, on Linux in `/etc/sip-gateway-bulk-sign-in`:',
    { kind: 'code', text: '{ "Tenant": "contoso.com", "Updates": "off" }' },
    'The registry counts before the file. The settings page names the place of each value.',
    'In other folders anyone could have saved such a file: beside a portable copy in your downloads, a web page could have. The app then asks, with the path and the values, and uses none of them before you choose **Use these settings**. It asks again when the file changes. Choose **Review** in Settings to change your answer.',
    'All particulars are in `docs/policies.md` of the source code.',
  ],
}
