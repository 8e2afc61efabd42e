import { clockTime } from '../../moment.ts'

const list = (accounts: readonly string[]): string => accounts.map((account) => `  ${account}`).join('\n')

/** The terminal's words about signing in to Microsoft. */
export const signIn = {
  signingIn(tenant: string | undefined, username?: string) {
    const who = username === undefined ? 'Signing in' : `Signing in as ${username}`
    return tenant === undefined
      ? `${who} to the account's own tenant. For another one, such as a customer's, add --tenant.`
      : `${who} to the tenant ${tenant}.`
  },
  code: (address: string, code: string, expiresAt: Date) =>
    [
      `  Open ${address} in a browser, on any device, and enter the code ${code}`,
      `  The code is valid until ${clockTime(expiresAt)}. Ctrl-C cancels.`,
    ].join('\n'),
  signedIn: (username: string, tenant: string) => `Signed in as ${username}, tenant ${tenant}.`,
  signedOut: (username: string, tenantId: string) =>
    `Signed out: ${username}, tenant ${tenantId}. Its tokens are deleted from this computer; a browser may still be signed in.`,
  allSignedOut: 'Everything that the terminal stored about sign-ins is deleted.',
  account: (username: string, tenantId: string, clientId: string | undefined) =>
    `${username}  tenant ${tenantId}${clientId === undefined ? '' : `  application ${clientId}`}`,
  nobody: 'Nobody is signed in here. To sign in, use "signin".',
  notSignedIn: (tenant: string | undefined) =>
    `Someone has to sign in, and nobody can read a code here. Run "signin${tenant === undefined ? '' : ` --tenant ${tenant}`}" once at a terminal; later commands use that sign-in. To try it out without an account, add --simulate.`,
  otherAccount: (got: string, wanted: string) =>
    `You signed in as ${got}, but this needs ${wanted}. The sign-in isn't used.`,
  several: (accounts: readonly string[]) =>
    `Several accounts are signed in:\n${list(accounts)}\nChoose one with --tenant or --account (or --client-id).`,
  severalToSignOut: (accounts: readonly string[]) =>
    `Several accounts are signed in:\n${list(accounts)}\nChoose one: signout USERNAME, with --tenant if it's signed in to several tenants. "signout --all" signs out all of them.`,
  noSuchAccount: 'This account isn\'t signed in here. "whoami" lists those that are.',
  eraseAll: '"signout --all" deletes it unread.',
  said: (words: string) => `Microsoft says: ${words}`,
  forSupport: (code: string | undefined, correlationId: string, at: string) =>
    `For Microsoft support: ${code === undefined ? '' : `${code}, `}correlation ID ${correlationId}, ${at}`,
  codeBlocked:
    "Use the app's window instead, which signs in with the browser: the terminal can only use a code.",
  backAgain: 'Signed in again. Watching continues.',
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
        ? "The terminal needs secret-tool to use the keyring, and it isn't installed (Debian and Ubuntu: package libsecret-tools)."
        : `The terminal needs ${program} to use the keyring, and it isn't there.`,
    silent: "The keyring doesn't answer.",
    refused: (words: string) => `The keyring can't be used (${words}).`,
    wordless: (program: string, code: number | null) =>
      code === null
        ? `The keyring can't be used: ${program} ended without saying why.`
        : `The keyring can't be used: ${program} ended with exit code ${code} and didn't say why.`,
    tooLong: (program: string) => `The keyring can't be used: the answer of ${program} was too long.`,
    noKey: "The keyring can't be used: its entry isn't a key of this app.",
    notKept: "The keyring can't be used: it didn't keep the key.",
  },
  kept: (name: string) => `The sign-in is kept for later commands, encrypted with a key in ${name}.`,
  willNotKeep: (why: string) =>
    `This sign-in won't be kept, so it only shows whether signing in works. ${why} "signin --store-unencrypted" keeps it in a file without encryption.`,
  notKept: (why: string) => `The sign-in isn't kept: it ends with this command. ${why}`,
  unencrypted: (file: string) =>
    `Warning: sign-ins are kept WITHOUT ENCRYPTION in ${file}. Anyone who gets that file can act as you. "signout --all" deletes it.`,
  keptEncrypted:
    'Sign-ins are already kept here, encrypted. To keep them without encryption, use "signout --all" first.',
  cannotBeOpened: (why: string) => `A sign-in is stored here, but it can't be opened now. ${why}`,
  trouble: {
    unreadable: () => "The stored sign-in can't be read and was set aside. Sign in again.",
    notWritten: (reason: string) =>
      `The sign-in couldn't be stored (${reason}). It lasts until this command ends.`,
    notErased: (reason: string) =>
      `The stored sign-in couldn't be deleted (${reason}). Delete the files cli-tokens* in the data folder.`,
  },
  notLoopbackAuthority: (url: string) =>
    `--authority takes only an https address on this computer, not ${JSON.stringify(url)}.`,
  authorityAlone: '--authority works only with --api: a stand-in for the sign-in needs one for the service.',
  proxyIgnored: (version: string) =>
    `Node ${version} doesn't use the proxy in your environment variables. Set NODE_USE_ENV_PROXY=1 (from Node 22.21), or use Node 24.14 or later.`,
  proxyPassword:
    "The terminal can't ask for the password of a proxy. If it takes a plain user name and password (Basic), put them in its address for this command: HTTPS_PROXY=http://USER:PASSWORD@proxy.contoso.com:8080. Write @ in them as %40, and : as %3A. For any other proxy, use the app's window.",
  noProxy: "HTTP_PROXY or HTTPS_PROXY isn't the address of a proxy, such as http://proxy.contoso.com:8080.",
}
