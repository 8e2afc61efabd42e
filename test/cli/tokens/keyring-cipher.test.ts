import { describe, expect, test } from 'vitest'
import { keyringCipher } from '../../../src/cli/tokens/keyring-cipher.ts'
import { oneAtATime } from '../../../src/core/auth/one-at-a-time.ts'
import { memorySafe } from '../../support/memory-safe.ts'

const unlocked = <Value>(work: () => Promise<Value>): Promise<Value> => work()

describe('a cipher with a key in the keyring', () => {
  test('reads what it wrote, in another process too, and the text is not to be seen', async () => {
    const safe = memorySafe()
    const sealed = await keyringCipher(safe, unlocked).encrypt('MARKED token')
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('MARKED')
    expect(await keyringCipher(safe, unlocked).decrypt(sealed)).toMatchObject({ text: 'MARKED token' })
    expect(safe.saves).toBe(1)
  })

  test('asks the keyring once', async () => {
    const safe = memorySafe()
    await keyringCipher(safe, unlocked).available()
    const cipher = keyringCipher(safe, unlocked)
    const before = safe.loads
    for (let turn = 0; turn < 5; turn++) await cipher.decrypt(await cipher.encrypt('text'))
    expect(safe.loads - before).toBe(1)
  })

  test('refuses what was changed, cut, or sealed with another key', async () => {
    const cipher = keyringCipher(memorySafe(), unlocked)
    const sealed = Buffer.from(await cipher.encrypt('text'))
    const changed = Buffer.from(sealed)
    changed[14] = (changed[14] ?? 0) ^ 1
    const foreign = await keyringCipher(memorySafe(), unlocked).encrypt('text')
    for (const bytes of [changed, sealed.subarray(0, -1), sealed.subarray(0, 5), foreign, Buffer.alloc(0)])
      await expect(cipher.decrypt(bytes)).rejects.toThrow()
  })

  test('does not make a second key when two processes begin at the same time', async () => {
    const safe = memorySafe()
    // A lock, as far as the two are concerned.
    const turns = oneAtATime<void>()
    const alone = async <Value>(work: () => Promise<Value>): Promise<Value> => {
      let value: Value | undefined
      let isMine = false
      while (!isMine)
        await turns(undefined, async () => {
          isMine = true
          value = await work()
        })
      return value as Value
    }
    const [one, two] = [keyringCipher(safe, alone), keyringCipher(safe, alone)]
    const sealed = await Promise.all([one.encrypt('one'), two.encrypt('two')])
    expect(safe.saves).toBe(1)
    const reader = keyringCipher(safe, alone)
    expect((await Promise.all(sealed.map(reader.decrypt))).map(({ text }) => text)).toEqual(['one', 'two'])
  })

  test('takes up a key that was made anew while it was at work', async () => {
    const safe = memorySafe()
    const watching = keyringCipher(safe, unlocked)
    await watching.available()
    await safe.forget()
    const sealed = await keyringCipher(safe, unlocked).encrypt('after the new sign-in')
    expect((await watching.decrypt(sealed)).text).toBe('after the new sign-in')
  })
})

describe('there is no encryption', () => {
  test.each<[string, (safe: ReturnType<typeof memorySafe>) => void]>([
    ['does not answer', (safe) => void Object.assign(safe, { load: () => Promise.reject(new Error('why')) })],
    ['does not keep the key', (safe) => void Object.assign(safe, { save: async () => {} })],
    ['holds something else under that name', (safe) => void Object.assign(safe, { key: 'a password' })],
  ])('where the keyring %s, and it is known why', async (_, change) => {
    const safe = memorySafe()
    change(safe)
    const cipher = keyringCipher(safe, unlocked)
    expect(await cipher.available()).toBe(false)
    expect(cipher.trouble()).toBeInstanceOf(Error)
  })
})
