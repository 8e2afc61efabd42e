/** The test of a tenant: in Settings, and offered before the first run in a tenant. */
export const tenantTest = {
  title: 'Test this tenant',
  hint: 'Reads everything that a run needs from Microsoft. Nothing is changed and no password is reset.',
  run: 'Test this tenant',
  again: 'Test again',
  testing: 'Testing…',
  signedOut: "Sign in first: the test checks the tenant that you're signed in to.",
  checksName: 'Requests',
  otherWay:
    "The direct connection doesn't work as expected in this tenant. Nothing was submitted. Microsoft's own PowerShell commands may work here: choose them, then test again.",
  chooseWay: 'Choose the connection',
  details: 'The whole report',
  detailsHint:
    'Names, numbers, addresses and tokens are left out. The ID of the tenant and the correlation IDs are in it.',
  copy: 'Copy report',
  copied: 'The report',
  save: 'Save report…',
  saved: (file: string) => `Report saved to ${file}.`,
  offer: {
    name: 'Before the first run',
    title: 'New here? Test this tenant first',
    body: 'You have no run in this tenant yet. The test takes a few seconds, changes nothing, and says what is missing before any password is reset.',
    guide: 'How to start',
  },
} as const
