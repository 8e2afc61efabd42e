import type { ChapterText } from '../../../guide/chapter.ts'

export const tested: ChapterText = {
  title: 'What has been tested where',
  blocks: [
    {
      kind: 'warning',
      text: 'No part of this app has been used in a real Microsoft tenant yet. Start with the [test of the tenant](first-tenant), then one phone that you can look at.',
    },
    {
      kind: 'list',
      items: [
        "**The service**: the admin API that Microsoft's PowerShell module uses was reconstructed from public material and never seen live. The app is liberal in what it accepts, and says clearly if the service answers something else. Runs are tested against the simulated tenant, with faults of every kind.",
        '**The device inventory** is not documented. Its address, fields and times come from a public module and from requests that others captured. The words for signed in and signed out, how SIP phones fill the fields, and whether your sign-in may read it were never seen.',
        "**Signing in** is tested with Microsoft's library against a stand-in for Microsoft Entra.",
        "**The window** is tested as it is built, in a real browser engine through a stand-in for Electron. It hasn't run on real Electron or Windows yet. For a release, the same tests run on real Electron on Windows, Linux and macOS, and the packed, the portable and the installed app are each started on Windows.",
        '**The site**: lines for ISC dhcpd, Kea and dnsmasq are checked by these programs and answer a DHCP request in a test network; those for Windows Server are read by PowerShell; the others come from documentation. No real phone was used. The check of the site is tested against stand-ins.',
        '**Installers** are made by the release workflow. Nobody has tried yet whether they install well.',
      ],
    },
    "If something isn't as this guide says, please tell the project. The diagnostics have what is needed to start with: see [Where data is stored](data).",
  ],
}
