import { briefly } from '../../shared/text/briefly.ts'
import { withoutTokens } from '../../shared/text/secrets/without-secrets.ts'

/** More than any word of the service needs; an endless one must not fill journal, page and disk. */
const longest = 2000

/** A text of the service as it came, but without secrets and no longer than 2,000 characters. */
export const brief = (text: string): string => briefly(text, longest)

/** The same of a name or an ID, which is left as it is but for what is surely a token. */
export const briefIdentity = (text: string): string => briefly(text, longest, withoutTokens)
