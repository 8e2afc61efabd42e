import type { RunState } from '../../shared/run/run-state.ts'
import type { BatchPhone } from '../gateway/gateway.ts'

/** The phones of a planned batch in the service's words. */
export function batchPhones(state: RunState, batch: number): readonly BatchPhone[] {
  return (state.batches[batch]?.phones ?? []).flatMap((index) => {
    const phone = state.phones[index]
    return phone ? [{ userName: phone.username, hardwareId: phone.hardwareId }] : []
  })
}

/**
 * What makes a phone the same one in the service's answer: hardware ID and username, without regard to case
 * and separators (an account may stand in several rows, so neither alone would do). A port makes three digits more.
 */
export function phoneKey({ userName, hardwareId }: BatchPhone): string {
  return `${hardwareId.replaceAll(/[^0-9a-f]/gi, '').toLowerCase()} ${userName.trim().toLowerCase()}`
}
