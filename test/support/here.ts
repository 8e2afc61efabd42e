import { existsSync } from 'node:fs'
import process from 'node:process'
import { describe, type TestContext, test } from 'vitest'

/** Why something that a test needs is not to be had on this computer; undefined where it is. */
type Lack = string | undefined

const unless = (isThere: boolean, lack: string): Lack => (isThere ? undefined : lack)
const isWindows = process.platform === 'win32'
const isLinux = process.platform === 'linux'

/** What some tests need and not every system has, each with its reason. */
export const here = {
  /** Files whose permission bits keep somebody out. */
  permissions: isWindows
    ? 'Windows goes by access lists: chmod sets nothing but "read-only" (Node.js, fs.chmod)'
    : unless(process.getuid?.() !== 0, 'root may read and write what it likes'),
  permissionBits: unless(!isWindows, 'Windows has no bits for owner, group and others (Node.js, File modes)'),
  /** Links that no right of their own is needed for. */
  links: unless(
    !isWindows,
    'Windows lets only administrators and developers make links (SeCreateSymbolicLinkPrivilege)',
  ),
  devices: unless(!isWindows, 'Windows has no files that are devices or pipes'),
  /** A signal that a program hears and may answer. */
  signals: unless(
    !isWindows,
    'Windows has no signals: kill() ends a program whatever it is told (Node.js, Signal events)',
  ),
  processGroups: unless(!isWindows, 'Windows has no groups of processes that could be ended together'),
  longNames: unless(!isWindows, 'Windows says of a name that is too long that it is not there'),
  /** What /proc tells of a process: since when it runs, and whether it was killed and not reaped yet. */
  processTimes: unless(isLinux, 'only Linux tells of a process since when it runs, in /proc'),
  /** Another user that a program can be started as, by setpriv(1) of util-linux. */
  otherUsers: unless(
    isLinux && process.getuid?.() === 0 && existsSync('/usr/bin/setpriv'),
    'it needs root and setpriv(1) of util-linux, to start a program as somebody else',
  ),
  /** bash, with the limits that it can set. */
  bash: unless(!isWindows && existsSync('/bin/bash'), 'there is no /bin/bash'),
  /** /dev/full, and bash to write there. */
  fullDevice: unless(
    isLinux && existsSync('/dev/full') && existsSync('/bin/bash'),
    'only Linux has /dev/full',
  ),
  /** A keyring that a test may put a stand-in for: secret-tool, found by the PATH. */
  keyring: unless(isLinux, 'only the keyring of Linux can have a stand-in: others are part of the system'),
  /** A keyring that is not found where the PATH leads nowhere. */
  withoutKeyring: unless(process.platform !== 'darwin', 'the keychain of macOS is reached without a PATH'),
  /** script(1) of util-linux, which makes up a terminal. */
  terminal: unless(isLinux && existsSync('/usr/bin/script'), 'there is no script(1) of util-linux'),
  keyringAndTerminal: unless(
    isLinux && existsSync('/usr/bin/script'),
    'it needs the keyring of Linux and script(1) of util-linux',
  ),
  windows: unless(isWindows, 'only Windows has it'),
  /** Files that say whose they are. */
  owners: unless(!isWindows, 'Windows has no owners that Node could read (Node.js, fs.Stats)'),
  /** A file of text that is started like a program. */
  scripts: unless(!isWindows, 'Windows starts no file by the line "#!" at its beginning'),
  /** Files that may lie beside the program. */
  filesBeside: unless(
    process.platform !== 'darwin',
    'what lies beside the program of macOS lies within its bundle, where nobody looks for one',
  ),
  /** Real Electron, on which E2E_HOST=electron runs the specs. */
  electron: unless(process.env['E2E_HOST'] === 'electron', 'only real Electron has it'),
  standIn: unless(process.env['E2E_HOST'] !== 'electron', 'only the stand-in for Electron tells it'),
} as const satisfies Readonly<Record<string, Lack>>

type Work = (context: TestContext) => unknown

/** A test that holds only where nothing is lacking; elsewhere it is skipped, and the report says why. */
export const testWith =
  (lack: Lack) =>
  (name: string, work: Work): void => {
    test(name, (context) => (lack === undefined ? work(context) : context.skip(lack)))
  }

/** The same for a group of tests: elsewhere it is skipped as a whole. */
export const describeWith =
  (lack: Lack, options: { readonly concurrent?: boolean; readonly timeout?: number } = {}) =>
  (name: string, tests: () => void): void => {
    if (lack === undefined) describe(name, options, tests)
    else describe(name, () => test('all of it', ({ skip }) => skip(lack)))
  }
