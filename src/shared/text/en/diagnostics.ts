/** The text that the operator copies to get help: facts about the app and its last calls. */
export const diagnostics = {
  title: (product: string, version: string) => `${product} ${version}`,
  made: (at: string) => `Diagnostics of ${at}`,
  versions: 'Versions',
  tenant: 'Tenant',
  operator: 'Operator',
  signIn: 'Sign-in',
  run: 'Run',
  settings: 'Settings',
  calls: 'Last calls (time, correlation ID, what)',
  errors: 'Last errors and warnings',
  tenantTest: 'Last test of a tenant',
  none: 'none',
  signedOut: 'nobody is signed in',
  simulated: 'simulated tenant',
  kept: {
    encrypted: 'kept encrypted',
    memory: 'kept in memory until the app closes',
    none: 'nothing to keep',
  },
  /** The result of trying the encryption of the system. */
  encryption: 'System encryption',
  encryptionOutcome: {
    'not-tried': 'not tried yet',
    works: 'works',
    none: 'none here: sign-ins are kept in memory',
    'public-key': 'only with a publicly known key: sign-ins are kept in memory',
    altered: 'failed (different text came back): sign-ins are kept in memory',
    failed: (reason: string) => `failed (${reason}): sign-ins are kept in memory`,
  },
  renewal: 'needs a new sign-in',
  setBy: {
    organisation: (place: string) => `is set by the organization (${place})`,
    'file-beside': (place: string) => `comes from the file beside the program (${place})`,
  },
  fileBeside: (path: string, answer: 'use' | 'ignore' | undefined, sha256: string) =>
    `file beside the program ${path} (${
      answer === undefined ? 'not answered' : answer === 'use' ? 'used' : 'ignored'
    }, SHA-256 ${sha256})`,
}
