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
    'Several accounts can be signed in; the menu at your name switches between them. A run belongs to its tenant and can be resumed only there.',
    { kind: 'heading', text: 'The network of your computer' },
    {
      kind: 'list',
      items: [
        'The app talks to `login.microsoftonline.com` and `api.interfaces.records.teams.microsoft.com`, both on TCP port 443. The simulated tenant needs neither. Where you switch the device inventory on, also to `admin.devicemgmt.teams.microsoft.com`.',
        'It uses the proxy of the system, with its automatic configuration (PAC) and with proxies that ask Windows for a sign-in (NTLM, Kerberos). Where a proxy asks for a user name and a password, so does the app; it keeps them until it ends, and looks for updates without them.',
        'A proxy that inspects traffic works where the system trusts its certificate. Where it does not, nothing is sent, and the app says so.',
        'A network that shows a page of its own first (a hotel, a guest network) wants you to open a browser before.',
      ],
    },
    'The phones do not need your computer: what they need stands in [Prepare the tenant](prepare-the-tenant).',
    { kind: 'heading', text: register.title },
    `${register.lead} Without one the app uses the client of Connect-MicrosoftTeams, which tenants know already.`,
    { kind: 'steps', items: register.steps },
    `What to enter literally: the redirect URI \`${register.redirectUri}\`, and the API **${register.api}**. "The field above" is **${signIn.clientId}** on the page **${settings.title}**; the tenant goes into **${signIn.tenant}** below it.`,
    { kind: 'picture', name: 'settings', shows: 'Client ID and tenant on the page of settings' },
  ],
}
