import type { PhoneList } from '../../../../shared/phones/phone-list.ts'
import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { RunState } from '../../../../shared/run/run-state.ts'
import type { SessionState } from '../../../../shared/session.ts'
import { text } from '../../../../shared/text/index.ts'
import type { StartPlan } from './start-plan.ts'

const { why } = text.window.phones

/** What keeps the open list from being signed in, in words; undefined when nothing does. */
export function whyNotStart(
  list: PhoneList | undefined,
  session: SessionState | undefined,
  run: RunState | undefined,
  start?: StartPlan,
): string | undefined {
  if (!list) return why.noList
  if (isWatching(run)) return why.underWay
  if (list.rows.length === 0) return why.noRows
  if (!list.rows.some(({ status }) => status === 'ready')) return why.nothingReady
  if (list.rows.some(({ status, region }) => status === 'ready' && !region)) return why.noRegion
  if (session?.kind !== 'signed-in') return why.signedOut
  if (!start || start.plan.phones.length > 0) return undefined
  return start.signedIn.parts.length > 0 ? why.allSignedIn : why.nothingNext
}
