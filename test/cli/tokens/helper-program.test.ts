import process from 'node:process'
import { expect, test, vi } from 'vitest'
import { HelperTrouble, helperPrograms } from '../../../src/cli/tokens/helper-program.ts'

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
  const startedAt = performance.now()
  // What it starts in turn holds its output open.
  const script = `require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 5000)'], { stdio: 'inherit' })`
  await expect(hasty(...node(script))).rejects.toMatchObject({ kind: 'silent' })
  expect(performance.now() - startedAt).toBeLessThan(3000)
  expect(onSlow).toHaveBeenCalledTimes(1)
})
