import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'

/** A command line that nobody means, or one in a place where nothing works. */
export type OddCase = {
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  /** What a shell does first; it ends with `exec "$0" "$@"`. Not on Windows. */
  readonly shell?: string
}

/** Every control character that a terminal obeys, and what hides or turns text. */
const obeyed = '\u001b[31m\u001b]0;title\u0007\u009b2J\r\b\u202e\u200b\u2028'

const list = 'Username,HardwareId\nlobby@contoso.com,00-04-F2-81-24-B3\n'

/** Makes files that are not what they should be, and answers command lines with them and others. */
export async function oddCases(folder: string): Promise<readonly OddCase[]> {
  const at = (...names: readonly string[]): string => join(folder, ...names)
  const runs = (name: string): string => at(name, 'runs')
  await mkdir(folder, { recursive: true })
  await writeFile(at('list.csv'), list)
  await writeFile(at('empty.csv'), '')
  await writeFile(at('file'), 'a file')
  await writeFile(at('token'), 'a-token')
  await writeFile(at('binary'), Buffer.from([0, 1, 2, 0xff, 0x1b, 0x5b]))
  await mkdir(runs('runs-is-a-file').replace(/runs$/, ''), { recursive: true })
  await writeFile(runs('runs-is-a-file'), '')
  await mkdir(join(runs('journal-is-a-folder'), '20260302-090000-abcdef.jsonl'), { recursive: true })
  await mkdir(join(runs('lock-is-a-folder'), '20260302-090000-abcdef.jsonl.lock'), { recursive: true })
  await writeFile(join(runs('lock-is-a-folder'), '20260302-090000-abcdef.jsonl'), '{}\n')
  await mkdir(runs('odd-journals'), { recursive: true })
  const odd = ['', '\n', '{}', '[]', 'null', '\0\0\0', '{"seq":1}\n{"seq":2}\n', '{'.repeat(100_000), obeyed]
  for (const [index, content] of odd.entries())
    await writeFile(join(runs('odd-journals'), `20260302-09000${index}-abcdef.jsonl`), content)
  await mkdir(at('tokens-are-a-folder', 'cli-tokens-unencrypted'), { recursive: true })
  await mkdir(at('odd-tokens'), { recursive: true })
  for (const name of ['cli-tokens', 'cli-key']) await writeFile(at('odd-tokens', name), 'x')
  await mkdir(at('odd-clear-tokens'), { recursive: true })
  await writeFile(at('odd-clear-tokens', 'cli-tokens-unencrypted'), '{"format":7}')
  if (process.platform !== 'win32') await symlink('loop', at('loop'))

  const simulated = ['--simulate', '--speed', '1000', '--seed', '1', '--yes', '--region', 'NOAM']
  const run = (...more: readonly string[]) => ['run', at('list.csv'), ...simulated, ...more]
  const data = (name: string) => ['--data-dir', at(name)]
  const stranger = ['--api', 'http://127.0.0.1:9', '--token-file', at('token')]
  const dataFolders = ['file', 'file/in-a-file', 'runs-is-a-file', 'journal-is-a-folder', 'lock-is-a-folder']
  const folders = [...dataFolders, 'odd-journals', 'tokens-are-a-folder', 'odd-tokens', 'odd-clear-tokens']
  const long = 'a'.repeat(5000)
  const paths = [
    '',
    '.',
    at('nowhere', obeyed),
    at('binary'),
    at('loop'),
    long,
    `${at('list.csv')}/x`,
    obeyed,
  ]
  const addresses = ['', obeyed, 'http://127.0.0.1:99999', 'http://[::1', `http://127.0.0.1:9/${obeyed}`]

  return [
    ...[[], [''], [obeyed], ['--'], ['__proto__'], ['run'], ['help', obeyed]].map((args) => ({ args })),
    ...['check', 'run', 'settle', 'signout'].flatMap((command) => [
      { args: [command, `--${obeyed}`] },
      { args: [command, `--region=${obeyed}`] },
      { args: [command, 'a', 'b', obeyed] },
    ]),
    ...paths.flatMap((path) => [
      { args: ['check', path] },
      { args: ['run', path, ...simulated, ...data('usual')] },
      { args: [...run(...data('usual')), '--export', path] },
      { args: ['run', at('list.csv'), '--api', 'http://127.0.0.1:9', '--token-file', path, '--yes'] },
    ]),
    ...[...folders, 'loop', long, obeyed].flatMap((name) => [
      { args: ['runs', ...data(name)] },
      { args: [...run(), ...data(name)] },
      { args: ['signout', '--all', ...data(name)] },
    ]),
    ...['NaN', '1e999', '', '1e308', '9007199254740993', obeyed].flatMap((number) => [
      { args: [...run(...data('usual')), `--seed=${number}`] },
      { args: ['settle', `--batch=${number}`, ...data('usual')] },
      { args: [...run(...data('usual')), `--speed=${number}`] },
    ]),
    ...addresses.flatMap((address) => [
      { args: ['run', at('list.csv'), '--yes', '--api', address, '--token-file', at('token')] },
      { args: ['whoami', '--api', address, '--authority', address, ...data('usual')] },
      { args: ['urls', '--tenant', address] },
    ]),
    ...['../../x', obeyed, long].flatMap((id) => [
      { args: ['resume', id, '--simulate', '--yes', ...data('usual')] },
      { args: ['settle', id, '--adopt', id, '--simulate', ...data('usual')] },
    ]),
    // Nobody listens there.
    { args: ['run', at('list.csv'), '--yes', ...stranger] },
    {
      args: ['signin', '--api', 'http://127.0.0.1:9', '--authority', 'https://localhost:9', ...data('usual')],
    },
    ...inOddEnvironments(at, run),
  ]
}

function inOddEnvironments(
  at: (...names: readonly string[]) => string,
  run: (...more: readonly string[]) => readonly string[],
): readonly OddCase[] {
  const environments: readonly NodeJS.ProcessEnv[] = [
    { PATH: '', HOME: '', USERPROFILE: '', APPDATA: '', XDG_CONFIG_HOME: '', SystemRoot: '' },
    { HOME: at('file'), APPDATA: at('file'), XDG_CONFIG_HOME: at('file') },
    { HOME: obeyed, APPDATA: obeyed, XDG_CONFIG_HOME: obeyed },
    { TZ: 'Nowhere/Nothing', LANG: 'xx_YY', COLUMNS: '0', TERM: 'dumb', TMPDIR: '/nowhere' },
    { FORCE_COLOR: '3', NO_COLOR: undefined },
    { HTTPS_PROXY: 'no address', HTTP_PROXY: ':::', NO_PROXY: obeyed },
  ]
  const commands = [run(), ['signin', '--api', 'http://127.0.0.1:9', '--authority', 'https://localhost:9']]
  const inEach = environments.flatMap((env) => commands.map((args) => ({ args, env })))
  if (process.platform === 'win32') return inEach
  const usual = ['--data-dir', at('usual')]
  const shells = [
    // In a folder that is gone.
    'mkdir -p "$TMPDIR/gone" && cd "$TMPDIR/gone" && rmdir "$TMPDIR/gone" && exec "$0" "$@"',
    'exec "$0" "$@" <&- >&- 2>&-',
    '"$0" "$@" | true',
    '"$0" "$@" 2>&1 | head -c 1',
    'exec "$0" "$@" >/dev/full',
    'exec "$0" "$@" 2>/dev/full',
    'umask 777 && exec "$0" "$@" --data-dir "$TMPDIR/umasked"',
  ]
  return [
    ...inEach,
    ...shells.flatMap((shell) =>
      [['check', 'list.csv'], run(...usual)].map((args) => ({
        args,
        shell,
        env: { TMPDIR: at() },
      })),
    ),
  ]
}
