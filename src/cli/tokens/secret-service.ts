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
      // Exit code 1 without a word: there is no such entry.
      if (answer.errors.trim() === '') return undefined
      throw refusedBy(program, answer)
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
