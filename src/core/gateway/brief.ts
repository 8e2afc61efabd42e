import { briefly } from '../../shared/text/briefly.ts'
import { withoutTokens } from '../../shared/text/secrets/without-secrets.ts'
import { rememberingClean } from './known-clean.ts'

/** More than any word of the service needs; an endless one must not fill journal, page and disk. */
const longest = 2000

/** A text of the service as it came, but without secrets and no longer than 2,000 characters. */
export const brief = rememberingClean((text) => briefly(text, longest))

/** An ID that goes into an address: whole, without what is surely a token. */
export const briefId = rememberingClean(withoutTokens)

/** The same of a name or an ID, which is left as it is but for what is surely a token. */
export const briefIdentity = rememberingClean((text) => briefly(text, longest, withoutTokens))
