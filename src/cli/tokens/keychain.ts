import { text } from '../../shared/text/index.ts'
import { type Helper, refusedBy } from './helper-program.ts'
import { entry, type KeySafe } from './key-safe.ts'

/** The login keychain of macOS, by security(1). */
export function keychain(run: Helper): KeySafe {
  const item = ['-a', entry.purpose, '-s', entry.application]
  return {
    name: text.cli.signIn.keyrings.keychain,
    async load() {
      const answer = await run(program, ['find-generic-password', ...item, '-w'])
      if (answer.code === notFound) return undefined
      if (answer.code !== 0) throw refusedBy(program, answer)
      return answer.out.trim()
    },
    async save(key) {
      // Interactive, because the key must not be an argument: commands come by stdin, one a line. The exit code does
      // not tell their outcome, so code that saves must check that the key is there.
      const command = ['add-generic-password', '-U', ...item, '-l', `"${entry.label}"`, '-w', key].join(' ')
      const answer = await run(program, ['-i'], `${command}\n`)
      if (answer.code !== 0) throw refusedBy(program, answer)
    },
    async forget() {
      await run(program, ['delete-generic-password', ...item])
    },
  }
}

const program = '/usr/bin/security'

/** errSecItemNotFound, -25300, as an exit code. */
const notFound = 44
