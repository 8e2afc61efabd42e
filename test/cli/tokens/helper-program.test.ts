import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test, vi } from 'vitest'
import { HelperTrouble, helperPrograms } from '../../../src/cli/tokens/helper-program.ts'
import { removeFolder } from '../../support/remove-folder.ts'

const patient = helperPrograms({ limitMs: 20_000, slowMs: 20_000, onSlow: () => {} })
const node = (script: string): [string, readonly string[]] => [process.execPath, ['-e', script]]

test('a helper gets its input by stdin; output, words and exit code come back', async () => {
  const script = `process.stdin.on('data', (data) => process.stdout.write('got ' + data)).on('end', () => {
    process.stderr.write('done')
    process.exitCode = 3
  })`
  expect(await patient(...node(script), 'a secret')).toEqual({ code: 3, out: 'got a secret', errors: 'done' })
})

test('a helper that ends without reading its input is no error', async () => {
  expect(await patient(...node('process.exit(1)'), 'x'.repeat(1_000_000))).toMatchObject({ code: 1 })
})

test('a helper that is not installed is said to be missing', async () => {
  const answer = patient('no-such-program-here', [])
  await expect(answer).rejects.toMatchObject({ kind: 'missing', program: 'no-such-program-here' })
  await expect(answer).rejects.toBeInstanceOf(HelperTrouble)
})

test('a helper that waits for ever is ended, and said to be slow before that', async () => {
  const onSlow = vi.fn()
  const hasty = helperPrograms({ limitMs: 300, slowMs: 20, onSlow })
  const folder = await mkdtemp(join(tmpdir(), 'helper-'))
  // It starts a program that holds its output open until the folder goes. Who waited for that would wait for ever.
  const endless = `setInterval(() => require('node:fs').existsSync(${JSON.stringify(folder)}) || process.exit(), 20)`
  const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(endless)}], { stdio: 'inherit' })`
  try {
    await expect(hasty(...node(script))).rejects.toMatchObject({ kind: 'silent' })
    expect(onSlow).toHaveBeenCalledTimes(1)
  } finally {
    await removeFolder(folder)
  }
})
