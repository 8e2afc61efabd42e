import type { PhoneLeftOut } from '../../shared/run/events.ts'
import { askAgain } from './ask-again.ts'
import type { ClaimMoment } from './claims.ts'
import { type EngineContext, mustWait, stateOf } from './engine-context.ts'
import { JournalBroken } from './event-log.ts'

/**
 * Claims the phones of a batch directly before it is submitted: `record`, which writes that down, runs at a moment in
 * which no other run claims any. Phones that another run has are left out first. Answers whether the batch may be
 * submitted: not if no phone remains, and not if it can't be told what other runs have.
 */
export async function claimBatch(
  context: EngineContext,
  batch: number,
  record: () => Promise<void>,
): Promise<boolean> {
  const { claims, log, stopped } = context
  const moment = await askAgain(context, () =>
    claims.begin().catch((cause: Error) => {
      throw new JournalBroken(cause.message, { cause })
    }),
  )
  if (moment.ok) return claim(context, batch, moment.value, record)
  if (!stopped.aborted) await log.record({ type: 'BatchPostponed', batch, claims: moment.failure })
  return false
}

async function claim(
  context: EngineContext,
  batch: number,
  { whoHas, end }: ClaimMoment,
  record: () => Promise<void>,
): Promise<boolean> {
  try {
    const phones = stateOf(context).batches[batch]?.phones.flatMap((phone): readonly PhoneLeftOut[] => {
      const claimedBy = whoHas(stateOf(context).phones[phone] ?? nobody)
      return claimedBy ? [{ phone, ...claimedBy }] : []
    })
    if (phones && phones.length > 0) await context.log.record({ type: 'PhonesLeftOut', batch, phones })
    if (stateOf(context).batches[batch]?.stage === 'not sent' || mustWait(context)) return false
    await record()
    return true
  } finally {
    await end()
  }
}

const nobody = { username: '', hardwareId: '' }
