/** What each command does, as its help says it. */
export const commands = {
  site: 'check the way from this computer to SIP Gateway, and print the rules for the firewall',
  signin: 'sign in to Microsoft with a code, for later commands',
  signout: 'forget a sign-in (without a name: the only one)',
  whoami: 'print who is signed in at this terminal',
  check: 'check a phone list and print its issues',
  urls: 'print the provisioning URLs of a tenant',
  dhcp: "print the lines that give a DHCP server's phones these URLs",
  doctor: 'test a tenant with reads alone: what differs from what is documented, and what is not prepared',
  run: 'sign the phones of a list in',
  resume: 'resume a run that was stopped (without a name: the latest unfinished one that can be)',
  settle: 'decide about unconfirmed submissions (without a name: of the latest run that has any)',
  report:
    'write the report about runs, to hand over, as one HTML file (without a name: about all runs of the list that was run last)',
  runs: 'list the runs on this disk, open ones first',
}

/** What each option means. */
export const options = {
  region: 'NOAM, EMEA or APAC; for rows without a region of their own',
  columns:
    'which column of the list is what, by heading or number: "Username=UPN,HardwareId=MAC address"; also Port and Region',
  headerRow: 'the row of the list that names its columns',
  sheet: 'the sheet of the workbook',
  tenant: "the tenant's ID",
  tenantName: "the tenant to work in: its ID or one of its domains, such as a customer's",
  tenantToSignIn: "the tenant to sign in to: its ID or a domain (default: the account's own)",
  tenantToSignOut: 'of several tenants that the account is signed in to, this one: ID or domain',
  account: 'of several accounts that are signed in, this one',
  clientId: "sign in to your organisation's own app registration (default: that of Connect-MicrosoftTeams)",
  storeUnencrypted: 'keep the sign-in in a file WITHOUT ENCRYPTION, where there is no keyring',
  batch: 'the batch that is meant, as it is numbered here; may be repeated',
  adopt: 'Microsoft received it as this batch: track it',
  submitAgain: 'Microsoft never received it: submit it again',
  refused: 'the service refused it, as it refuses every batch of this run with an answer of this kind',
  rows: 'sign in these rows of the list alone, as a spreadsheet numbers them: 2-6,9',
  includeSignedIn:
    'sign in again the phones that were signed in during the last 7 days; their passwords are reset again',
  batchSize:
    'how many phones go into a batch, 10 to 100 (default: 100); smaller batches may finish sooner, and hang less, where accounts come from on-premises Active Directory',
  keepGoing: 'submit further batches even if half of a batch failed for one and the same reason',
  leave: 'leave its phones unknown and let the run end',
  jsonReconcile: 'print the evidence as one JSON object; with a decision, one event a line',
  all: 'forget every sign-in, also what cannot be read, and the key',
  json: 'print JSON',
  jsonEvents: 'print one event a line as JSON; everything else goes to stderr',
  yes: 'do not ask before the passwords are reset',
  discardQueued: 'give up the batches that were not submitted, so that another run may have their phones',
  simulate: 'use the built-in simulated tenant; nothing real happens',
  speed: 'how many times faster than a real service everything goes (20 with --simulate, 1 with --api)',
  seed: 'which simulated outcomes',
  api: 'a stand-in of the admin API on this machine (loopback only)',
  tokenFile: 'file with the access token for --api',
  html: 'the file of the report',
  reportSite: 'how the site is called in the report',
  export: 'write the results to this CSV file',
  dataDirectory: 'where runs and sign-ins are kept',
}
