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
    'To remove it without questions: the uninstaller in the folder of the program with `/S`, or `msiexec /x` with the package and `/qn`. The data of the app stays. With `--delete-app-data`, the uninstaller also deletes the data of the account that runs it. See [Where data is stored](data).',
    { kind: 'heading', text: 'Policies' },
    "An administrator can preset some settings for everybody on a computer. Users can't change a setting that a policy sets.",
    {
      kind: 'table',
      columns: ['Name', 'Value'],
      rows: [
        ['`ClientId`', 'The client ID of an app registration of your own.'],
        ['`Tenant`', 'The ID or domain of the tenant to sign in to.'],
        ['`Region`', '`NOAM`, `EMEA` or `APAC`: the default for lists without a Region column.'],
        [
          '`Updates`',
          '`off`: the app never looks for updates. `tell`: it tells you about them, but never installs them. `on`: it always looks for them.',
        ],
      ],
    },
    'In the registry, set by Group Policy or Intune, these are string values (REG_SZ) for the computer (`HKLM`) or the user (`HKCU`):',
    {
      kind: 'code',
      text: 'reg add HKLM\\Software\\Policies\\SipGatewayBulkSignIn /v Tenant /d contoso.com\nreg add HKLM\\Software\\Policies\\SipGatewayBulkSignIn /v Updates /d off',
    },
    'Or in a file `policy.json` in the folder of a program installed for all users, on Linux in `/etc/sip-gateway-bulk-sign-in`:',
    { kind: 'code', text: '{ "Tenant": "contoso.com", "Updates": "off" }' },
    'The registry takes precedence over the file. Settings shows where each value comes from.',
    'In other folders, anyone could have saved such a file; in your downloads folder, even a web page. The app then shows you the path and the values, and uses none of them until you select **Use these settings**. It asks again when the file changes. To change your answer, select **Review** in Settings.',
    'For the details, see `docs/policies.md` in the source code.',
  ],
}
