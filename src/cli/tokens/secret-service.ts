import { text } from '../../shared/text/index.ts'
import { type Helper, refusedBy } from './helper-program.ts'
import { entry, type KeySafe } from './key-safe.ts'

/** A Linux desktop's keyring (GNOME Keyring, KWallet, KeePassXC) by libsecret's own tool, secret-tool(1). */
export function secretService(run: Helper): KeySafe {
  const attributes = ['application', entry.application, 'purpose', entry.purpose]
  return {
    name: text.cli.signIn.keyrings.secretService,
    async load() {
      const answer = await run(program, ['lookup', ...attributes])
      const found = answer.out.trim()
      if (answer.code === 0 && found) return found
      if (answer.errors.trim() !== '') throw refusedBy(program, answer)
      // Exit code 1 without a word: there is no such entry, or the keyring was not unlocked. A search names
      // entries of a locked keyring too, and a key that is there must not be replaced by a new one.
      const search = await run(program, ['search', ...attributes])
      if (search.out.trim() !== '') throw refusedBy(program, search)
      return undefined
    },
    async save(key) {
      const answer = await run(program, ['store', `--label=${entry.label}`, ...attributes], key)
      if (answer.code !== 0) throw refusedBy(program, answer)
    },
    async forget() {
      await run(program, ['clear', ...attributes])
    },
  }
}

const program = 'secret-tool'
