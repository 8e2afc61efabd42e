/** The documented ways past Conditional Access, with steps to check off. */
export const conditionalAccess = {
  lead: 'SIP phones cannot be managed by Intune, so a policy that wants a managed device, multifactor authentication or a place keeps them out. Use one of three documented ways. Each excludes something: read what.',
  checkedOff: 'What you check off here is kept on this computer, for this tenant.',
  excludes: 'What it excludes',
  roles: 'Roles',
  steps: 'Steps',
  lines: 'Lines for Graph PowerShell',
  copyTheLines: 'Copy the lines',
  copyLines: (way: string) => `Copy the lines: ${way}`,
  linesCopied: 'lines for Graph PowerShell',
  addAddresses: 'Add the public addresses of your site, and remove the regions that you have no phones in.',
  forBulkSignIn: (application: string) => `${application}, needed for bulk sign-in`,
  notTried:
    'These lines follow the documentation of Microsoft Graph. Nobody has run them in a tenant for this app.',
  ways: {
    addresses: {
      title: 'Exclude addresses',
      excludes:
        'Every sign-in from your site and from SIP Gateway, of people too, wherever the policy would have asked for more.',
      roles: 'Conditional Access Administrator',
      steps: [
        'Make a named location with the public addresses of your site and those of SIP Gateway in your region (the lines below make one; add your site).',
        'In the Microsoft Entra admin center, open each policy that meets the accounts of phones: Conditions > Locations > Exclude > that location.',
        'Sign one phone in, and look at its sign-in in the sign-in logs.',
      ],
    },
    teams: {
      title: 'Exclude the Teams app',
      excludes: 'Teams as a whole, for everybody whom the policy meets. It is the widest of the three.',
      roles: 'Conditional Access Administrator',
      steps: [
        'In the Microsoft Entra admin center, open each policy that meets the accounts of phones: Target resources > Exclude > Microsoft Teams Services.',
        'Sign one phone in, and look at its sign-in in the sign-in logs.',
      ],
    },
    filter: {
      title: 'Exclude SIP Gateway by a filter',
      excludes: "SIP Gateway's three applications, and Microsoft Teams Services, on which they lean.",
      roles:
        'Attribute Definition Administrator and Attribute Assignment Administrator (a Global Administrator has neither by default), Conditional Access Administrator; Application Administrator where an application is missing',
      steps: [
        'Make an attribute set. Its name has at most 32 characters, no blanks, and is final.',
        'Make a custom security attribute of the type String in it.',
        'See that the three applications are in the tenant: SIP Gateway API, SIP Gateway UserApp, and Teams SIP Gateway, which bulk sign-in needs.',
        'Give each of them the value of the attribute: Enterprise applications (clear the filters) > the application > Custom security attributes.',
        'In the policy: Target resources > include all resources; exclude Microsoft Teams Services, and under Edit filter: the attribute, Contains, the value. Both parts are needed: the applications own no scopes and lean on Teams.',
        'Sign one phone in, and look at its sign-in in the sign-in logs.',
      ],
    },
  },
} as const
