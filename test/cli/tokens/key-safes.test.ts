import { describe, expect, test } from 'vitest'
import { dataProtection } from '../../../src/cli/tokens/data-protection.ts'
import { type HelperAnswer, HelperTrouble, helperPrograms } from '../../../src/cli/tokens/helper-program.ts'
import type { KeySafe } from '../../../src/cli/tokens/key-safe.ts'
import { keychain } from '../../../src/cli/tokens/keychain.ts'
import { secretService } from '../../../src/cli/tokens/secret-service.ts'
import { memoryStore } from '../../support/authority/token-safe.ts'
import { here, testWith } from '../../support/here.ts'
import { type HelperCall, scriptedHelper } from '../../support/scripted-helper.ts'

const key = '0123456789abcdef'.repeat(4)

/** As DPAPI does it, but for the protection. */
const protect = ({ args, input }: HelperCall): Partial<HelperAnswer> => {
  const bytes = Buffer.from(input, 'base64').toString('utf8')
  const made = args.join(' ').includes('::Protect(') ? `closed:${bytes}` : bytes.replace('closed:', '')
  return { out: Buffer.from(made, 'utf8').toString('base64') }
}

/** Each platform's tool, as it answers while it keeps one secret. */
const platforms: readonly (readonly [
  string,
  () => { readonly safe: KeySafe; readonly calls: readonly HelperCall[] },
])[] = [
  [
    'secret-tool',
    () => {
      let kept = ''
      const helper = scriptedHelper(({ args, input }) => {
        if (args[0] === 'store') kept = input
        if (args[0] === 'clear') kept = ''
        return args[0] === 'lookup' ? { code: kept ? 0 : 1, out: kept } : {}
      })
      return { safe: secretService(helper.run), calls: helper.calls }
    },
  ],
  [
    'security',
    () => {
      let kept = ''
      const helper = scriptedHelper(({ args, input }) => {
        if (args[0] === '-i') kept = /-w (\w+)\n$/.exec(input)?.[1] ?? ''
        if (args[0] === 'delete-generic-password') kept = ''
        if (args[0] !== 'find-generic-password') return {}
        return kept ? { out: `${kept}\n` } : { code: 44, errors: 'The specified item could not be found.' }
      })
      return { safe: keychain(helper.run), calls: helper.calls }
    },
  ],
  [
    'PowerShell',
    () => {
      const helper = scriptedHelper(protect)
      return { safe: dataProtection(helper.run, memoryStore()), calls: helper.calls }
    },
  ],
]

describe.each(platforms)('a key by %s', (_, make) => {
  test('is not there at first, then is, and is gone when forgotten', async () => {
    const { safe } = make()
    expect(await safe.load()).toBeUndefined()
    await safe.save(key)
    expect(await safe.load()).toBe(key)
    await safe.forget()
    expect(await safe.load()).toBeUndefined()
  })

  test('is never an argument, which everybody on the machine can read', async () => {
    const { safe, calls } = make()
    await safe.save(key)
    await safe.load()
    const inBase64 = Buffer.from(key, 'utf8').toString('base64')
    expect(calls.some(({ input }) => input.includes(key) || input.includes(inBase64))).toBe(true)
    const all = JSON.stringify(calls.map(({ program, args }) => [program, args]))
    expect(all).not.toContain(key)
    expect(all).not.toContain(inBase64)
  })
})

describe('a keyring that refuses', () => {
  const refusal = { code: 1, errors: 'Cannot autolaunch D-Bus without X11 $DISPLAY\n' }

  test.each<[string, (run: ReturnType<typeof scriptedHelper>['run']) => KeySafe]>([
    ['secret-tool', secretService],
    ['security', keychain],
    ['PowerShell', (run) => dataProtection(run, memoryStore(new Uint8Array([1])))],
  ])('(%s) is not the same as one that holds nothing', async (_, make) => {
    const safe = make(scriptedHelper(() => refusal).run)
    await expect(safe.load()).rejects.toThrow('Cannot autolaunch D-Bus')
    await expect(safe.load()).rejects.toBeInstanceOf(HelperTrouble)
    await expect(safe.save(key)).rejects.toThrow('Cannot autolaunch D-Bus')
  })

  test('because it is locked is not one that holds nothing: the key there must not be replaced', async () => {
    // As secret-tool 0.20.5 answers.
    const { run } = scriptedHelper(({ args }) =>
      args[0] === 'search'
        ? { out: '[/2]\nlabel = \n', errors: 'secret-tool: Cannot get secret of a locked object\n' }
        : { code: 1 },
    )
    await expect(secretService(run).load()).rejects.toThrow('locked')
  })

  test('PowerShell that prints something else instead is one', async () => {
    const { run } = scriptedHelper(() => ({
      out: 'Cannot invoke method. Method invocation is not supported.',
    }))
    await expect(dataProtection(run, memoryStore()).save(key)).rejects.toBeInstanceOf(HelperTrouble)
  })
})

testWith(here.windows)('the Data Protection API itself closes a key and opens it', async () => {
  const store = memoryStore()
  const run = helperPrograms({ limitMs: 60_000, slowMs: 60_000, onSlow: () => {} })
  await dataProtection(run, store).save(key)
  expect(Buffer.from(store.bytes ?? []).toString('latin1')).not.toContain(key)
  expect(await dataProtection(run, store).load()).toBe(key)
})
