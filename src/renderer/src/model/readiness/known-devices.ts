import type { DeviceUnread, InventoryAnswer } from '../../../../shared/inventory/device.ts'
import { byUrgency, type JudgedDevice, judgeDevices } from '../../../../shared/inventory/judge-device.ts'

type Phone = { readonly row: number; readonly username: string; readonly hardwareId: string }
export type JudgedPhoneDevice = Phone & { readonly judged: JudgedDevice }

/** Phones with the same finding. Those with time left are told one by one, see `withTimeLeft`. */
export type DeviceGroup =
  | {
      readonly kind: 'in-use' | 'late' | 'not-listed' | 'in-use-same'
      readonly phones: readonly JudgedPhoneDevice[]
    }
  | { readonly kind: 'unread'; readonly why: DeviceUnread; readonly phones: readonly JudgedPhoneDevice[] }

const told = ['in-use', 'late', 'not-listed', 'in-use-same'] as const

/** What somebody has to look at first comes first. */
export function deviceGroups(phones: readonly JudgedPhoneDevice[]): readonly DeviceGroup[] {
  const unread = new Map<DeviceUnread, JudgedPhoneDevice[]>()
  for (const phone of phones) {
    const { finding } = phone.judged
    if (finding.kind === 'unread') unread.set(finding.why, [...(unread.get(finding.why) ?? []), phone])
  }
  return [
    ...told
      .map((kind) => ({ kind, phones: phones.filter(({ judged }) => judged.finding.kind === kind) }))
      .filter((group) => group.phones.length > 0),
    ...[...unread].map(([why, its]) => ({ kind: 'unread' as const, why, phones: its })),
  ]
}

/** Phones whose deadline is still to come, the most urgent first, each with it. */
export const withTimeLeft = (
  phones: readonly JudgedPhoneDevice[],
): readonly (JudgedPhoneDevice & { readonly deadline: string })[] =>
  byUrgency(phones).flatMap((phone) => {
    const { finding } = phone.judged
    return finding.kind === 'in-time' ? [{ ...phone, deadline: finding.deadline }] : []
  })

/** The devices section of the confirmation. */
export type QuestionDevices = {
  readonly inUse: readonly JudgedPhoneDevice[]
  readonly late: number
}

/** Undefined where the inventory gives no reason to stop. `now` in ms since the epoch. */
export function askAboutDevices(
  phones: readonly Phone[],
  inventory: InventoryAnswer | undefined,
  now: number,
): QuestionDevices | undefined {
  if (!inventory) return undefined
  const judged = judgeDevices(phones, inventory, now)
  const inUse = judged.filter(({ judged: { finding } }) => finding.kind === 'in-use')
  const late = judged.filter(({ judged: { finding } }) => finding.kind === 'late').length
  return inUse.length === 0 && late === 0 ? undefined : { inUse, late }
}
