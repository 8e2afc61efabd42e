import { isFinal } from './counts.ts'
import type { PhoneState, RunState } from './run-state.ts'

/** What became of a phone in a run. `open`: not final; it may yet be submitted, answered or decided about. */
export const fates = ['signed in', 'failed', 'unknown', 'not sent', 'open'] as const
export type Fate = (typeof fates)[number]

export type TriedPhone = Pick<PhoneState, 'username' | 'hardwareId'> & { readonly fate: Fate }

/** The phones of a run with what became of each. */
export const triedPhones = (state: RunState): readonly TriedPhone[] =>
  state.phones.map((phone) => ({
    username: phone.username,
    hardwareId: phone.hardwareId,
    fate: fateOf(state, phone),
  }))

function fateOf(state: RunState, phone: PhoneState): Fate {
  if (!isFinal(state, phone)) return 'open'
  const { status } = phone
  return status === 'signed in' || status === 'failed' || status === 'not sent' ? status : 'unknown'
}
