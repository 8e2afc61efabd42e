import type { ChapterText } from '../../../guide/chapter.ts'
import { gateway } from '../gateway.ts'

export const prepareTheTenant: ChapterText = {
  title: 'Prepare the tenant',
  blocks: [
    'Most phones that fail do so because something here is missing. Prepare it a day before: policies and trusted addresses take up to 24 hours to take effect. See [Configure SIP Gateway](configureSipGateway) and [Plan for SIP Gateway](planSipGateway).',
    { kind: 'heading', text: 'You, the operator' },
    {
      kind: 'list',
      items: [
        'The role **Teams Administrator**.',
        'And a role that may reset passwords: **Authentication Administrator**, **Privileged Authentication Administrator** or **Global Administrator**. Microsoft recommends the least privileged one.',
      ],
    },
    { kind: 'heading', text: 'The tenant' },
    {
      kind: 'list',
      items: [
        'A tenant of the worldwide cloud or of GCC. SIP Gateway is not available in GCC High and DoD. If the [Teams admin center](teamsAdminCenter) shows **SIP devices** under **Teams devices**, the tenant has it.',
        'The public IPv4 addresses of the site as trusted IP addresses, in the [Teams admin center](teamsAdminCenter) or with PowerShell.',
        'Bulk sign-in switched on, with PowerShell:',
      ],
    },
    {
      kind: 'code',
      text: 'Connect-MicrosoftTeams\nSet-CsTeamsSipDevicesConfiguration -BulkSignIn "Enabled"',
    },
    { kind: 'heading', text: 'Each account' },
    {
      kind: 'warning',
      text: "Bulk sign-in resets the password of every account to a value that nobody knows. The service doesn't ask what kind of account it is: a person's account is signed in, and its password reset, just the same. Use it only for shared accounts of phones.",
    },
    {
      kind: 'list',
      items: [
        'A license with Teams Phone, usually Teams Shared Device, and a phone number.',
        'A Teams IP phone policy with SignInMode CommonAreaPhoneSignin.',
        'A Teams calling policy with AllowSIPDevicesCalling set to True, and AllowCallRedirect set to Enabled if calls are forwarded.',
        'No multifactor authentication, whether by Conditional Access (below), per user, or by security defaults. Security defaults allow no exclusions: if they are on, replace them with Conditional Access policies.',
        'No "User must change password at next logon", no "User cannot change password", and a minimum password age of 0. This matters for accounts from an on-premises Active Directory.',
      ],
    },
    { kind: 'heading', text: 'Each phone' },
    {
      kind: 'list',
      items: [
        'A provisioning URL that ends in the ID of your tenant. It tells the service whose phone it is.',
        'A new phone can be signed in for 72 hours after its first contact, best between 1 and 70 hours after it.',
        "A phone that was signed out can be signed in again for 168 hours; its URL then doesn't need the tenant ID.",
        'A phone that does not connect for 30 days (signed in) or 14 days (signed out) is off-boarded by the service. It then needs a factory reset, and counts as new.',
        'For a single phone, Microsoft has a page that needs the password of the account and the same preparation: `https://aka.ms/sipremotelogin`.',
      ],
    },
    `The page **Provisioning** shows these URLs for your tenant and each region, ready to copy:`,
    { kind: 'picture', name: 'urls', shows: 'The provisioning URLs of a tenant' },
    { kind: 'known', what: 'urls' },
    `${gateway.urls.http} ${gateway.urls.dhcp}`,
    gateway.urls.language,
    { kind: 'heading', text: 'The network of the phones' },
    {
      kind: 'list',
      items: [
        'UDP ports 49152 to 53247 and TCP port 5061, to 52.112.0.0/14 and 52.122.0.0/15.',
        'IPv4, and no HTTP proxy between phone and service.',
        'If Conditional Access restricts by location, exclude the public addresses of your site (or the app Microsoft Teams), and the addresses of SIP Gateway. NOAM: 52.170.38.140 and 40.112.144.212; EMEA: 40.112.71.149 and 40.113.112.67; APAC: 20.92.120.71 and 13.73.115.90.',
        "Or exclude by app. SIP Gateway can't be selected by name. [Microsoft describes](dynamicFilters) a filter for apps with a custom security attribute on three service principals: SIP Gateway API `0ab9de21-b802-4d77-b279-1ad41ca233b4`, SIP Gateway UserApp `582b2e88-6cca-4418-83d2-2451801e1d26` and, for bulk sign-in, Teams SIP Gateway `61c8fd69-c13e-4ee6-aaa6-24ff71c09bca`. Exclude Microsoft Teams Services as well. Create those that aren't in the tenant yet: `New-MgServicePrincipal -AppId`.",
      ],
    },
    'For lines for your DHCP server, a check of the network and rules for the firewall, see [At the site](at-the-site).',
    'Addresses change: where these differ from [what Microsoft says](configureSipGateway), Microsoft is right.',
  ],
}
