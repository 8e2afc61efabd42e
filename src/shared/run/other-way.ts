import { mayAnswerOtherwise } from '../gateway/other-way.ts'
import type { BatchState, RunState } from './run-state.ts'

/** Whether the service surely has no batch of the run. */
export const hasSentNothing = ({ batches }: Pick<RunState, 'batches'>): boolean => batches.every(surelyUnsent)

/** Whether a run that went directly is worth another way: a call of it failed as the other may not, and nothing was taken. */
export const isWorthOtherWay = (run: Pick<RunState, 'batches'>): boolean =>
  hasSentNothing(run) && run.batches.some(({ failure, postponed }) => isOther(failure ?? postponed?.failure))

/** A refusal that only the operator recognised is no proof. */
const surelyUnsent = ({ stage, batchId, suspects, failure }: BatchState): boolean =>
  batchId === undefined &&
  suspects === undefined &&
  (stage === 'queued' || stage === 'waiting' || stage === 'not sent' || stage === 'refused') &&
  !(failure?.kind === 'unexpected' && failure.sent !== 'no' && stage === 'refused')

const isOther = (failure: BatchState['failure']): boolean =>
  failure !== undefined && mayAnswerOtherwise(failure.kind)
