import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine } from '../support/run-cli.ts'

const tenant = '11111111-2222-3333-4444-555555555555'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-start-'))
  await writeFile(join(folder, 'list.csv'), 'Username,HardwareId\nlobby@contoso.com,0004F28124B1\n')
})
afterAll(() => removeFolder(folder))

/** Each takes milliseconds to make: none belongs to the start of a command that does not use it. */
const costly =
  /^(?:http|https|http2|tls|_tls_|_http_|crypto$|child_process|inspector|worker_threads|dgram|zlib|v8$)/

describe('the start of a command', () => {
  test.each([
    [2, 125, ['--version']],
    [2, 125, ['--help']],
    [4, 155, ['urls', '--tenant', tenant]],
    [4, 180, ['dhcp', '--tenant', tenant, '--region', 'NOAM', '--server', 'isc']],
    [7, 290, ['check', 'list.csv', '--region', 'NOAM']],
    [7, 290, ['run', 'none.csv', '--simulate']],
    [6, 210, ['runs', '--data-dir', 'data']],
    [6, 210, ['whoami', '--data-dir', 'data']],
  ] as const)(
    'loads no more than %i files of %i kB, and nothing costly: %j',
    async (files, kilobytes, args) => {
      const loaded = await loadedBy(args)
      expect(loaded.files.length, loaded.files.join('\n')).toBeLessThanOrEqual(files)
      const bytes = loaded.files.map((url) => statSync(fileURLToPath(url)).size)
      expect(bytes.reduce((sum, size) => sum + size, 0) / 1000).toBeLessThanOrEqual(kilobytes)
      expect(loaded.builtins.filter((name) => costly.test(name))).toEqual([])
    },
  )
})

type Loaded = { readonly files: readonly string[]; readonly builtins: readonly string[] }

function loadedBy(args: readonly string[]): Promise<Loaded> {
  const report = resolve(import.meta.dirname, '../support/report-loaded.cjs')
  return new Promise((settle) => {
    execFile(
      process.execPath,
      ['--require', report, commandLine, ...args],
      { cwd: folder },
      (_, __, errors) => settle(JSON.parse(errors.slice(errors.lastIndexOf('\n')))),
    )
  })
}
