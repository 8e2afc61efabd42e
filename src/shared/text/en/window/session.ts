/** Who is signed in to which tenant, and the ways to get there. */
export const session = {
  signIn: 'Sign in',
  signingIn: 'Signing in',
  signOut: 'Sign out',
  leaveSimulation: 'Leave the simulation',
  explore: 'Explore with a simulated tenant',
  exploring: 'Opening the simulated tenant',
  signedOut: 'Not signed in',
  tenant: 'Tenant',
  operator: 'Operator',
  account: 'Signed in',
  simulatedBadge: 'Simulated',
  simulatedStrip: 'Simulated tenant: nothing here is real, no password is reset',
  welcome: {
    title: 'Sign in hundreds of SIP phones, from one list',
    lead: 'Once a tenant is known, this page shows the provisioning URLs of that tenant, ready to copy: for each region and each kind of device.',
    realTitle: 'Work in your tenant',
    realBody:
      'With an account that has the roles Teams Administrator and Authentication Administrator, or a higher one that may reset passwords.',
    exploreTitle: 'Try it first',
    exploreBody:
      'A simulated tenant on this computer answers as the service does. No account, no network, no password is reset.',
    stepsTitle: 'How it goes',
    steps: [
      'Give the phones the provisioning URL of your tenant, by DHCP or in their own settings.',
      'Open a list of usernames and hardware IDs. Every row is checked, and can be corrected here.',
      'Press one button and watch each phone turn green or red. Keep the result as a file.',
    ],
    browseFirst: 'You can open and check a list before signing in: nothing is sent.',
    toPhones: 'Go to Phones',
  },
} as const
