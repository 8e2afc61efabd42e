import type { PhoneReport } from '../../shared/run/events.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { BatchItem } from '../gateway/gateway.ts'
import { phoneKey } from './batch-phones.ts'
import { phoneStatus } from './phone-status.ts'

/**
 * The phones of the batch for which the service now says something new. Items that nobody asked for are ignored. Of
 * several items for one phone the last counts. A final status never changes back to one in progress.
 */
export function changedPhones(
  state: RunState,
  batch: number,
  items: readonly BatchItem[],
): readonly PhoneReport[] {
  const byKey = new Map(
    (state.batches[batch]?.phones ?? []).flatMap((index) => {
      const phone = state.phones[index]
      return phone
        ? [[phoneKey({ userName: phone.username, hardwareId: phone.hardwareId }), index] as const]
        : []
    }),
  )
  const changed = new Map<number, PhoneReport>()
  for (const item of items) {
    const index = byKey.get(phoneKey(item))
    const phone = index === undefined ? undefined : state.phones[index]
    if (index === undefined || !phone) continue
    const report: PhoneReport = {
      phone: index,
      status: phoneStatus(item.status),
      said: item.status,
      ...(item.error && { error: item.error }),
    }
    const isFinal = phone.status === 'signed in' || phone.status === 'failed'
    const sameAsBefore =
      report.status === phone.status && report.said === phone.said && report.error === phone.result
    if (sameAsBefore || (isFinal && report.status === 'signing in')) changed.delete(index)
    else changed.set(index, report)
  }
  return [...changed.values()]
}
