import { parseJson } from '../../shared/parse-json.ts'
import type { KnownSecrets } from '../../shared/text/secrets/known-secrets.ts'
import { mapStrings } from '../../shared/text/secrets/map-strings.ts'
import type { Body } from '../network/body.ts'

/**
 * The body without pieces of the tokens that were sent. This is the one place where words of the service, and of
 * whoever answers in its place, come in: nothing that is kept, shown or printed later has another way. Headers have
 * none at all: of them only numbers and times are read (Retry-After, Date), and whether it is a page.
 * Strings of JSON are looked at one by one, so that its shape stays as it is; whatever else comes, as the text it is.
 *
 * Where words go out (journal, page, exports, terminal) is no second filter: they stand there beside names that the
 * operator wrote, which must stay as they are. Only the log has one, for the errors that nobody has thought of.
 */
export function withoutToken(body: Body, known: KnownSecrets): Body {
  const text = known.remove(body.text)
  if (text === body.text) return body
  const json = body.end === 'whole' ? parseJson(body.text) : undefined
  return { ...body, text: json === undefined ? text : JSON.stringify(mapStrings(json, known.remove)) }
}
