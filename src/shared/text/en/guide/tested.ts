import type { ChapterText } from '../../../guide/chapter.ts'

export const tested: ChapterText = {
  title: 'What has been tested where',
  blocks: [
    {
      kind: 'warning',
      text: 'No part of this app has met a real Microsoft tenant yet. Begin with the [test of the tenant](first-tenant), then one phone that you can look at.',
    },
    {
      kind: 'list',
      items: [
        '**The service**: the admin API that the PowerShell module of Microsoft uses was rebuilt from public material and never seen live. The app is liberal in what it accepts, and says clearly when the service answers something else. Runs are tested against the simulated tenant, with faults of every kind.',
        '**The device inventory** is not documented. Its address, fields and times come from a public module and from routes that others captured; the words for signed in and signed out, how SIP phones fill the fields, and whether your sign-in may read it were never seen.',
        '**Signing in** is tested with the library of Microsoft against a stand-in for Microsoft Entra.',
        '**The window** is tested as it is built, in a real browser engine through a stand-in for Electron. Real Electron and Windows have not run it yet. For a release the same tests are to run on real Electron on Windows, Linux and macOS, and the packed, the portable and the installed app are started on Windows once.',
        '**The site**: lines for ISC dhcpd, Kea and dnsmasq are checked by these programs and answer a DHCP request on a network of the test; those for Windows Server are read by PowerShell; the others come from documents. No real phone was there. The check of the site is tested against stand-ins.',
        '**Installers** are made by the release workflow. Whether they install well on your computers, nobody has tried yet.',
      ],
    },
    'If something is not as this guide says, the project would like to know: the diagnostics say all that is needed to begin with, see [What is stored where](data).',
  ],
}
