import type { ChapterText } from '../../../guide/chapter.ts'
import { session } from '../window/session.ts'
import { settings } from '../window/settings.ts'

const { register, signIn } = settings

export const customerTenants: ChapterText = {
  title: 'Customers and their networks',
  blocks: [
    { kind: 'heading', text: "Work in a customer's tenant" },
    {
      kind: 'steps',
      items: [
        `Before you sign in, select **${session.tenantField.open}** and enter the domain of the customer.`,
        'Sign in with the account that has the roles there: one that the customer gave you, or your own as a guest or partner there.',
        'Compare the tenant in the header with the customer before you start a run.',
      ],
    },
    'Several accounts can be signed in; switch between them in the menu at your name. A run belongs to its tenant and can only be resumed there.',
    { kind: 'heading', text: 'The network of your computer' },
    {
      kind: 'list',
      items: [
        'The app connects to `login.microsoftonline.com` and `api.interfaces.records.teams.microsoft.com`, and to `admin.devicemgmt.teams.microsoft.com` if you switch on the device inventory, all on TCP port 443. The simulated tenant needs none of them.',
        'It uses the proxy of the system, including automatic configuration (PAC) and proxies that Windows signs in to (NTLM, Kerberos). If a proxy asks for a user name and a password, so does the app. It keeps them until it ends, and looks for updates without them.',
        "A proxy that inspects traffic works if the system trusts its certificate. If it doesn't, nothing is sent, and the app says so.",
        'In a network that shows its own page first (a hotel, a guest network), open a browser before you start.',
      ],
    },
    "The phones don't need your computer. For what they need, see [Prepare the tenant](prepare-the-tenant).",
    { kind: 'heading', text: register.title },
    `${register.lead} Without one, the app uses the client of Connect-MicrosoftTeams, which tenants already know.`,
    { kind: 'steps', items: register.steps },
    `Enter exactly: the redirect URI \`${register.redirectUri}\`, and the API **${register.api}**. "The field above" is **${signIn.clientId}** on the page **${settings.title}**; the tenant goes into **${signIn.tenant}** below it.`,
    { kind: 'picture', name: 'settings', shows: 'Client ID and tenant in Settings' },
  ],
}
