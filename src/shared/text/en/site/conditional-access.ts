/** The documented ways past Conditional Access, with steps to check off. */
export const conditionalAccess = {
  lead: "Intune can't manage SIP phones, so a policy that requires a managed device, multifactor authentication or a location keeps them out. Use one of three documented ways, and read what each excludes.",
  checkedOff: 'Your checkmarks are saved on this computer, for this tenant.',
  excludes: 'What it excludes',
  roles: 'Roles',
  steps: 'Steps',
  lines: 'Lines for Graph PowerShell',
  copyTheLines: 'Copy the lines',
  copyLines: (way: string) => `Copy the lines: ${way}`,
  linesCopied: 'lines for Graph PowerShell',
  addAddresses: 'Add the public addresses of your site, and remove the regions where you have no phones.',
  forBulkSignIn: (application: string) => `${application}, needed for bulk sign-in`,
  notTried:
    'These lines follow the Microsoft Graph documentation. Nobody has run them in a tenant for this app.',
  ways: {
    addresses: {
      title: 'Exclude addresses',
      excludes:
        "Every sign-in from your site and from SIP Gateway, people's too, wherever the policy would have required more.",
      roles: 'Conditional Access Administrator',
      steps: [
        'Create a named location with the public addresses of your site and those of SIP Gateway in your region. The lines below create one: add your site.',
        'In the Microsoft Entra admin center, open each policy that applies to the phone accounts: Conditions > Locations > Exclude > that location.',
        'Sign in one phone, and check its sign-in in the sign-in logs.',
      ],
    },
    teams: {
      title: 'Exclude the Teams app',
      excludes: 'All of Teams, for everyone the policy applies to. This is the widest of the three.',
      roles: 'Conditional Access Administrator',
      steps: [
        'In the Microsoft Entra admin center, open each policy that applies to the phone accounts: Target resources > Exclude > Microsoft Teams Services.',
        'Sign in one phone, and check its sign-in in the sign-in logs.',
      ],
    },
    filter: {
      title: 'Exclude SIP Gateway by filter',
      excludes: "SIP Gateway's three applications, and Microsoft Teams Services, which they depend on.",
      roles:
        'Attribute Definition Administrator and Attribute Assignment Administrator (a Global Administrator has neither by default), Conditional Access Administrator; Application Administrator if an application is missing',
      steps: [
        "Create an attribute set. Its name can have up to 32 characters and no spaces, and can't be changed later.",
        'In it, create a custom security attribute of type String.',
        'Check that the three applications are in the tenant: SIP Gateway API, SIP Gateway UserApp, and Teams SIP Gateway, which bulk sign-in needs.',
        'Give each of them the attribute value: Enterprise applications (clear the filters) > the application > Custom security attributes.',
        'In the policy: Target resources > include all resources; exclude Microsoft Teams Services, and under Edit filter: the attribute, Contains, the value. Both are needed: the applications have no scopes of their own and depend on Teams.',
        'Sign in one phone, and check its sign-in in the sign-in logs.',
      ],
    },
  },
} as const
