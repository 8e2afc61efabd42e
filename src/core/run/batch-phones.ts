import { phoneKeyOf } from '../../shared/run/phone-key.ts'
import type { RunState } from '../../shared/run/run-state.ts'
import type { BatchPhone } from '../gateway/gateway.ts'

/** The phones of a planned batch in the service's words. */
export function batchPhones(state: RunState, batch: number): readonly BatchPhone[] {
  return (state.batches[batch]?.phones ?? []).flatMap((index) => {
    const phone = state.phones[index]
    return phone ? [{ userName: phone.username, hardwareId: phone.hardwareId }] : []
  })
}

/** What makes a phone the same one in the service's answer. */
export const phoneKey = ({ userName, hardwareId }: BatchPhone): string =>
  phoneKeyOf({ username: userName, hardwareId })
