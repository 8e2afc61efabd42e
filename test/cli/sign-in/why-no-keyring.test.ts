import process from 'node:process'
import { expect, test } from 'vitest'
import { whyNoKeyring } from '../../../src/cli/sign-in/tell-place.ts'
import { helperPrograms, refusedBy } from '../../../src/cli/tokens/helper-program.ts'
import type { KeySafe } from '../../../src/cli/tokens/key-safe.ts'
import { keyringCipher } from '../../../src/cli/tokens/keyring-cipher.ts'
import { text } from '../../../src/shared/text/index.ts'

const { noKeyring } = text.cli.signIn

const safeWith = (load: KeySafe['load']): KeySafe => ({
  name: 'the keyring',
  load,
  save: async () => {},
  forget: async () => {},
})

/** What is said of a keyring that answers like this. */
async function saidOf(safe: KeySafe): Promise<string> {
  const cipher = keyringCipher(safe, (work) => work())
  expect(await cipher.available()).toBe(false)
  return whyNoKeyring(cipher.trouble())
}

const failing = (trouble: Error): KeySafe => safeWith(() => Promise.reject(trouble))

test('a keyring that refuses is quoted', async () => {
  const trouble = refusedBy('secret-tool', { code: 1, out: '', errors: 'No D-Bus\nat all\n' })
  expect(await saidOf(failing(trouble))).toBe(noKeyring.refused('No D-Bus'))
})

test.each([5, null])('a keyring that says nothing is not quoted: exit code %s', async (code) => {
  const trouble = refusedBy('secret-tool', { code, out: '', errors: ' \n' })
  expect(await saidOf(failing(trouble))).toBe(noKeyring.wordless('secret-tool', code))
})

test('one whose program says too much is not quoted either', async () => {
  const run = helperPrograms({ limitMs: 20_000, slowMs: 20_000, onSlow: () => {} })
  const script = "process.stdout.write('x'.repeat(100_000))"
  const said = await saidOf(safeWith(async () => (await run(process.execPath, ['-e', script])).out))
  expect(said).toBe(noKeyring.tooLong(process.execPath))
})

test('an entry that is no key, and a key that is not given back, are said in words of the catalogue', async () => {
  expect(await saidOf(safeWith(async () => 'not hexadecimal'))).toBe(noKeyring.noKey)
  expect(await saidOf(safeWith(async () => undefined))).toBe(noKeyring.notKept)
})
