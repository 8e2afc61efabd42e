import type { AppFailure } from '../../shared/app-failure.ts'
import { type Confirmation, isConfirmed } from '../../shared/run/confirmation.ts'
import type { RunEvent } from '../../shared/run/events.ts'
import type { Resolution } from '../../shared/run/evidence.ts'
import { unrecognizedAnswer } from '../../shared/run/hold.ts'
import { journalTroubleWords } from '../../shared/run/journal-trouble-words.ts'
import { replay } from '../../shared/run/reducer.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import { whatFollows } from '../../shared/run/what-follows.ts'
import { text } from '../../shared/text/index.ts'
import type { JournalContent } from './journal.ts'
import type { Session } from './session.ts'

/**
 * Why a run must not be resumed from this journal; undefined if it may. `here`: the tenant, if the run has something to ask
 * or send there.
 */
export function whyNotContinue(
  { events, unsound }: JournalContent,
  here?: Pick<Session, 'tenant'>,
): AppFailure | undefined {
  const [first] = events
  if (first?.type !== 'RunStarted') return { kind: 'no-run', ...text.run.noRun }
  if (events.at(-1)?.type === 'RunFinished') return { kind: 'no-run', ...text.run.alreadyFinished }
  if (unsound?.kind === 'foreign')
    return { kind: 'no-run', ...text.run.notContinued(journalTroubleWords(unsound.why)) }
  if (unsound?.kind === 'damaged')
    return { kind: 'no-run', ...text.run.notContinuedDamaged(journalTroubleWords(unsound.why)) }
  if (here && first.tenant.id !== here.tenant.id)
    return { kind: 'no-run', ...text.run.otherTenant(first.tenant.name) }
  return undefined
}

/**
 * Why these decisions must not be carried out, or why they would submit something other than what was confirmed: another
 * window or terminal may have continued the run since it was shown here. Undefined if there is no such reason.
 */
export function whyNotAsConfirmed(
  events: readonly RunEvent[],
  { tenant }: Pick<Session, 'tenant'>,
  confirmed: Confirmation,
  resolutions: readonly Resolution[],
): AppFailure | undefined {
  const state = replay(events)
  if (!state || !areUnconfirmed(state, resolutions)) return { kind: 'no-run', ...text.run.decidedElsewhere }
  const now = whatFollows(state, resolutions, tenant).confirmed
  return isConfirmed(confirmed, now) ? undefined : { kind: 'not-confirmed', ...text.run.notConfirmed }
}

/** Whether each batch to decide about is unconfirmed, and has an answer if the decision calls it a refusal. */
export const areUnconfirmed = (state: RunState | undefined, resolutions: readonly Resolution[]): boolean =>
  resolutions.every(({ batch, decision }) =>
    decision.kind === 'refused'
      ? unrecognizedAnswer(state?.batches[batch]) !== undefined
      : state?.batches[batch]?.stage === 'unknown',
  )
