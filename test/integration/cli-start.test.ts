import { execFile } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compiledFolder } from '../../src/cli/compiled-folder.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine, startCliWith } from '../support/run-cli.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-start-'))
  await writeFile(join(folder, 'list.csv'), 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\n')
})
afterAll(() => removeFolder(folder))

/** Each takes milliseconds to make: none belongs to the start of a command that does not use it. */
const costly =
  /^(?:http|https|http2|tls|_tls_|_http_|crypto$|child_process|inspector|worker_threads|dgram|v8$|zlib)/
/** A stream of Node, which what is short can do without. Commander asks one how wide its help may be. */
const streams = /^(?:net|stream|tty)$/

describe('the start of a command', () => {
  test.each([
    [0, 3, 160, ['--version']],
    [0, 3, 160, ['--help']],
    [0, 5, 190, ['urls', '--tenant', tenant]],
    [0, 7, 330, ['dhcp', '--tenant', tenant, '--region', 'NOAM', '--server', 'dhcpd', '--vendors', 'poly']],
    [0, 7, 310, ['check', 'list.csv', '--region', 'NOAM']],
    [2, 7, 310, ['run', 'none.csv', '--simulate']],
    [0, 6, 220, ['runs', '--data-dir', 'data']],
    [3, 6, 220, ['whoami', '--data-dir', 'data']],
  ] as const)(
    'ends with %i, and loads no more than %i files of %i kB and nothing costly: %j',
    async (code, files, kilobytes, args) => {
      const loaded = await loadedBy(args)
      expect(loaded.code).toBe(code)
      expect(loaded.files.length, loaded.files.join('\n')).toBeLessThanOrEqual(files)
      const bytes = loaded.files.map((url) => statSync(fileURLToPath(url)).size)
      expect(bytes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThanOrEqual(kilobytes)
      expect(loaded.builtins.filter((name) => costly.test(name))).toEqual([])
      if (args[0] !== '--help') expect(loaded.builtins.filter((name) => streams.test(name))).toEqual([])
    },
  )
})

describe('what Node keeps compiled', () => {
  test.each([
    ['is wrong', spoil],
    ['is missing', removeFolder],
    ['cannot be written', (kept: string) => removeFolder(kept).then(() => writeFile(kept, 'a file'))],
  ])('is nothing to rely on: it %s', async (what, change) => {
    const home = join(folder, what)
    const places = { HOME: home, XDG_CACHE_HOME: join(home, 'caches'), LOCALAPPDATA: home }
    // Where it is set, Node keeps it there.
    const environment = { ...places, NODE_COMPILE_CACHE: undefined }
    const kept = compiledFolder(process.platform, environment) ?? ''
    const check = () => startCliWith(environment, 'check', join(folder, 'list.csv')).done
    const said = await check()
    expect(said).toEqual({ code: 0, out: expect.stringContaining('1 phone'), errors: '' })
    await change(kept)
    expect(await check()).toEqual(said)
    expect(await check()).toEqual(said)
  })

  test.each(['linux', 'win32'] as const)('is in no folder of others on %s', (platform) => {
    const caches = compiledFolder(platform, {})
    if (platform === 'win32') expect(caches).toBeUndefined()
    else expect(caches?.startsWith(homedir())).toBe(true)
  })
})

/** Leaves each file as long as it is, and its first bytes right: they say for which version of Node it is. */
async function spoil(kept: string): Promise<void> {
  const files = globSync('*/*', { cwd: kept }).map((name) => join(kept, name))
  expect(files).not.toEqual([])
  for (const file of files) {
    const bytes = await readFile(file)
    await writeFile(file, Buffer.concat([bytes.subarray(0, 64), Buffer.alloc(bytes.length - 64, 1)]))
  }
}

type Loaded = {
  readonly code: number
  readonly files: readonly string[]
  readonly builtins: readonly string[]
}

function loadedBy(args: readonly string[]): Promise<Loaded> {
  const report = resolve(import.meta.dirname, '../support/report-loaded.cjs')
  return new Promise((settle) => {
    execFile(
      process.execPath,
      ['--require', report, commandLine, ...args],
      { cwd: folder },
      (error, _, errors) =>
        settle({ code: Number(error?.code ?? 0), ...JSON.parse(errors.slice(errors.lastIndexOf('\n'))) }),
    )
  })
}
