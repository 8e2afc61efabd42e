import type { SessionState, SignedIn } from '../../../../shared/session.ts'
import { text } from '../../../../shared/text/index.ts'
import { tenantWords } from './tenant-words.ts'
import { failureToShow, underWay } from './under-way.ts'

const words = text.window.session

/**
 * The message to a screen reader about a change; undefined if nobody needs to know. No message at the start: the page
 * shows everything then.
 */
export function sessionNews(
  before: SessionState | undefined,
  after: SessionState,
  isWatching: boolean,
): string | undefined {
  if (!before) return undefined
  const news = failureNews(before, after) ?? progressNews(before, after)
  if (news !== undefined) return news
  const [was, is] = [signedIn(before), signedIn(after)]
  if (is && !isSame(was, is)) return words.spoken.signedIn(is.operator.username, tenantWords(is.tenant).name)
  if (was && !is) return words.spoken.signedOut
  if (is?.renewal && !was?.renewal) {
    return `${isWatching ? words.renewal.watching : words.renewal.idle}. ${is.renewal.message}`
  }
  if (was?.renewal && !is?.renewal) return isWatching ? words.renewal.goesOn : words.renewal.done
  return underWay(before) && !underWay(after) ? words.spoken.notSignedIn : undefined
}

function failureNews(before: SessionState, after: SessionState): string | undefined {
  const failure = failureToShow({ session: after, dismissed: before.failure?.at })
  return failure && `${failure.message} ${failure.remedy}`
}

function progressNews(before: SessionState, after: SessionState): string | undefined {
  const [was, is] = [underWay(before), underWay(after)]
  if (!is) return undefined
  const { code } = is
  if (code) {
    return code.userCode === was?.code?.userCode
      ? undefined
      : words.waiting.spoken(code.userCode, code.verificationUri)
  }
  if (is.way === was?.way) return undefined
  return is.way === 'browser' ? words.waiting.browser : words.waiting.askingForCode
}

const signedIn = (session: SessionState): SignedIn | undefined =>
  session.kind === 'signed-in' ? session : undefined

/** The name of the tenant may come later; the session is still the same. */
const isSame = (was: SignedIn | undefined, is: SignedIn): boolean =>
  was !== undefined && was.accountId === is.accountId && was.tenant.id === is.tenant.id
