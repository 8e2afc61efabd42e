import { clockTime } from '../../moment.ts'

const list = (accounts: readonly string[]): string => accounts.map((account) => `  ${account}`).join('\n')

/** The terminal's words about signing in to Microsoft. */
export const signIn = {
  signingIn: (tenant: string | undefined, username?: string) =>
    [
      username === undefined ? 'Signing in' : `Signing in as ${username}`,
      tenant === undefined
        ? ", to the account's own tenant. For another one, such as a customer's, add --tenant."
        : ` to the tenant ${tenant}.`,
    ].join(''),
  code: (address: string, code: string, expiresAt: Date) =>
    [
      `  Open ${address} in a browser, on any device, and enter the code ${code}`,
      `  The code is good until ${clockTime(expiresAt)}. Ctrl-C cancels.`,
    ].join('\n'),
  signedIn: (username: string, tenant: string) => `Signed in as ${username}, tenant ${tenant}.`,
  signedOut: (username: string, tenantId: string) =>
    `Signed out: ${username}, tenant ${tenantId}. The tokens are deleted here; a browser may still be signed in.`,
  allSignedOut: 'Everything that was stored of sign-ins at this terminal is deleted.',
  account: (username: string, tenantId: string, clientId: string | undefined) =>
    `${username}  tenant ${tenantId}${clientId === undefined ? '' : `  application ${clientId}`}`,
  nobody: 'Nobody is signed in here. "signin" signs in.',
  notSignedIn: (tenant: string | undefined) =>
    `Signing in takes a person, and nobody can read a code here. At a terminal, run "signin${tenant === undefined ? '' : ` --tenant ${tenant}`}" once; later commands use that sign-in. To try things out without an account, add --simulate.`,
  otherAccount: (got: string, wanted: string) =>
    `The sign-in was made as ${got}, but ${wanted} is needed here. It is not used.`,
  several: (accounts: readonly string[]) =>
    `Several accounts are signed in:\n${list(accounts)}\nSay which one with --tenant or --account (or --client-id).`,
  severalToSignOut: (accounts: readonly string[]) =>
    `Several accounts are signed in:\n${list(accounts)}\nSay which one: signout USERNAME, with --tenant where one is signed in to several tenants. "signout --all" signs all of them out.`,
  noSuchAccount: 'No such account is signed in here. "whoami" lists those that are.',
  eraseAll: '"signout --all" deletes it unread.',
  notATenant: "It must be the tenant's ID, or one of its domains, such as contoso.com.",
  notAClientId: 'It must be an application (client) ID, such as 11111111-2222-3333-4444-555555555555.',
  said: (words: string) => `Microsoft says: ${words}`,
  forSupport: (code: string | undefined, correlationId: string, at: string) =>
    `For Microsoft support: ${code === undefined ? '' : `${code}, `}correlation ID ${correlationId}, ${at}`,
  codeBlocked: 'Sign in in the window instead, with the browser: the terminal has no other way than a code.',
  backAgain: 'Signed in again. Watching goes on.',
  signInFirst: (tenantId: string) => `First sign in: signin --tenant ${tenantId}`,
  keyrings: {
    secretService: 'the keyring',
    keychain: 'the login keychain',
    dataProtection: 'a file that Windows protects for you (DPAPI)',
  },
  keyringSlow: 'Waiting for the keyring. It may ask for its password in another window.',
  noKeyring: {
    missing: (program: string) =>
      program === 'secret-tool'
        ? 'There is no secret-tool, by which a terminal reaches the keyring (Debian and Ubuntu: package libsecret-tools).'
        : `There is no ${program}, by which a terminal reaches the keyring.`,
    silent: 'The keyring does not answer.',
    refused: (words: string) => `The keyring cannot be used (${words}).`,
  },
  kept: (name: string) => `The sign-in is kept for later commands, encrypted with a key in ${name}.`,
  willNotKeep: (why: string) =>
    `This sign-in will not be kept, so it only shows whether signing in works. ${why} "signin --store-unencrypted" keeps it in a file without encryption.`,
  notKept: (why: string) => `The sign-in is not kept: it ends with this command. ${why}`,
  unencrypted: (file: string) =>
    `Warning: sign-ins are kept WITHOUT ENCRYPTION in ${file}. Whoever gets that file can work as you. "signout --all" deletes it.`,
  keptEncrypted:
    'There are sign-ins here that are kept encrypted. If they are to be kept without encryption from now on, "signout --all" first.',
  cannotBeOpened: (why: string) => `A sign-in is stored here, but cannot be opened now. ${why}`,
  trouble: {
    unreadable: () =>
      'The stored sign-in cannot be read. It was put aside, and nobody is signed in any more: sign in again.',
    notWritten: (reason: string) =>
      `The sign-in could not be stored (${reason}). It lasts until this command ends.`,
    notErased: (reason: string) =>
      `The stored sign-in could not be deleted (${reason}). Delete the files cli-tokens* in the data folder.`,
  },
  notLoopbackAuthority: (url: string) =>
    `--authority takes an https address on this machine only, not ${JSON.stringify(url)}.`,
  authorityAlone: '--authority goes only with --api: a stand-in of the sign-in with one of the service.',
  proxyIgnored: (version: string) =>
    `Node ${version} does not use the proxy that the environment names. Set NODE_USE_ENV_PROXY=1 (from Node 22.21), or use Node 24.14 or later.`,
  proxyPassword:
    "The terminal can't ask for the password of a proxy. If yours takes a plain user name and password (Basic), put them in front of its address for this command: HTTPS_PROXY=http://USER:PASSWORD@proxy.contoso.com:8080. Write @ in them as %40, and : as %3A. For any other way to sign in to a proxy, use the app's window.",
  noProxy:
    'HTTP_PROXY or HTTPS_PROXY holds no address of a proxy. It looks like http://proxy.contoso.com:8080.',
}
