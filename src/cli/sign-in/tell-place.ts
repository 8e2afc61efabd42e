import { text } from '../../shared/text/index.ts'
import { withoutSecrets } from '../../shared/text/secrets/without-secrets.ts'
import { paintWarning } from '../paint.ts'
import { harmless, tell } from '../print.ts'
import { HelperTrouble } from '../tokens/helper-program.ts'
import { KeyringTrouble } from '../tokens/keyring-cipher.ts'
import type { TokenStorage } from '../tokens/token-storage.ts'

/** Says where a sign-in is kept; of a file without encryption it has been said before. */
export async function tellPlace(storage: TokenStorage): Promise<void> {
  const place = await storage.place()
  if (place.kind === 'keyring') tell(text.cli.signIn.kept(place.name))
  if (place.kind === 'memory') tell(paintWarning(text.cli.signIn.notKept(whyNoKeyring(place.trouble))))
}

/** Why the keyring could not be used, as a sentence. */
export function whyNoKeyring(trouble: unknown): string {
  const { missing, silent, refused, wordless, tooLong, noKey, notKept } = text.cli.signIn.noKeyring
  if (trouble instanceof KeyringTrouble) return trouble.kind === 'no-key' ? noKey : notKept
  if (!(trouble instanceof HelperTrouble))
    return refused(harmless(firstLine(trouble instanceof Error ? trouble.message : String(trouble))))
  switch (trouble.kind) {
    case 'missing':
      return missing(trouble.program)
    case 'silent':
      return silent
    case 'wordless':
      return wordless(trouble.program, trouble.code)
    case 'too-long':
      return tooLong(trouble.program)
    case 'refused':
      return refused(harmless(firstLine(trouble.message)))
  }
}

const firstLine = (words: string): string => withoutSecrets(words.split(/\r?\n/, 1)[0] ?? '')
