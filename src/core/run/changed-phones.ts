import type { PhoneReport } from '../../shared/run/events.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { BatchItem } from '../gateway/gateway.ts'
import { phoneKey } from './batch-phones.ts'
import { phoneStatus } from './phone-status.ts'

/** The index of each phone of a batch, by its key in answers (`phoneKey`). */
export type PhonesByKey = ReadonlyMap<string, number>

/** Those of a batch that was submitted stay the same. */
export const phonesByKey = (state: RunState, batch: number): PhonesByKey =>
  new Map(
    (state.batches[batch]?.phones ?? []).flatMap((index) => {
      const phone = state.phones[index]
      return phone
        ? [[phoneKey({ userName: phone.username, hardwareId: phone.hardwareId }), index] as const]
        : []
    }),
  )

/**
 * The phones of a batch for which the service now says something new. Items that nobody asked for are ignored. Of
 * several items for one phone the last counts. A final status never changes back to one in progress.
 */
export function changedPhones(
  state: RunState,
  byKey: PhonesByKey,
  items: readonly BatchItem[],
): readonly PhoneReport[] {
  const changed = new Map<number, PhoneReport>()
  for (const item of items) {
    const index = byKey.get(phoneKey(item))
    const phone = index === undefined ? undefined : state.phones[index]
    if (index === undefined || !phone) continue
    const { status: said, error = '' } = item
    const status = phoneStatus(said)
    const isFinal = phone.status === 'signed in' || phone.status === 'failed'
    const sameAsBefore = status === phone.status && said === phone.said && error === (phone.result ?? '')
    if (sameAsBefore || (isFinal && status === 'signing in')) changed.delete(index)
    else changed.set(index, { phone: index, status, said, ...(error !== '' && { error }) })
  }
  return [...changed.values()]
}
