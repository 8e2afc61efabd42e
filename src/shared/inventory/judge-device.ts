import type { ReadinessStatus } from '../readiness/readiness.ts'
import type { DeviceFacts, DeviceReading, DeviceUnread, InventoryAnswer } from './device.ts'

/** What the inventory means for a sign-in. It was never seen live, so nothing in it makes a phone fail. */
type DeviceFinding =
  /** `deadline`: ISO 8601, until when bulk sign-in takes the phone. */
  | {
      readonly kind: 'in-time' | 'late'
      readonly deadline: string
      readonly since: 'onboarded' | 'signed-out'
    }
  /** `user`: whose phone it is now, absent where that was not read. */
  | { readonly kind: 'in-use'; readonly user?: string }
  | { readonly kind: 'in-use-same' | 'not-listed' }
  | { readonly kind: 'unread'; readonly why: DeviceUnread }

export type JudgedDevice = {
  readonly status: Exclude<ReadinessStatus, 'fails'>
  /** ISO 8601: when the inventory was read. */
  readonly at: string
  readonly finding: DeviceFinding
  /** Absent where the inventory has no record of the phone. */
  readonly device?: DeviceFacts
}

export type InventoryPhone = { readonly username: string; readonly hardwareId: string }

const hour = 60 * 60_000
/** How long bulk sign-in takes a new phone, and one that was signed out (Microsoft, "Configure SIP Gateway"). */
const takesMs = { onboarded: 72 * hour, 'signed-out': 168 * hour } as const

/** Judges what the inventory says of phones, in their order. `now` in ms since the epoch. */
export function judgeDevices<Phone extends InventoryPhone>(
  phones: readonly Phone[],
  { at, devices }: Pick<InventoryAnswer, 'at' | 'devices'>,
  now: number,
): readonly (Phone & { readonly judged: JudgedDevice })[] {
  const readings = new Map(devices)
  // The filter for SIP phones was never seen live. Where it finds none of a list, it says nothing about one phone.
  const isAnyListed = devices.some(([, { kind }]) => kind === 'listed')
  return phones.flatMap((phone) => {
    const reading = readings.get(phone.hardwareId)
    if (!reading) return []
    return [{ ...phone, judged: { at, ...judgeReading(reading, phone.username, isAnyListed, now) } }]
  })
}

function judgeReading(
  reading: DeviceReading,
  username: string,
  isAnyListed: boolean,
  now: number,
): Omit<JudgedDevice, 'at'> {
  switch (reading.kind) {
    case 'unread':
      return unread(reading.why)
    case 'not-listed':
      return isAnyListed ? mayFail({ kind: 'not-listed' }) : unread('none-listed')
    case 'listed':
      return { ...judgeDevice(reading.device, username, now), device: reading.device }
  }
}

function judgeDevice(device: DeviceFacts, username: string, now: number): Omit<JudgedDevice, 'at'> {
  const { signIn, signInAt, onboardedAt, user } = device
  if (!signIn.read) return unread(signIn.why)
  switch (signIn.value) {
    case 'signed-in':
      if (!user.read) return mayFail({ kind: 'in-use' })
      return mayFail(
        user.value === username.toLowerCase()
          ? { kind: 'in-use-same' }
          : { kind: 'in-use', user: user.value },
      )
    case 'signed-out':
      return signInAt.read ? byDeadline(signInAt.value, 'signed-out', now) : unread(signInAt.why)
    case 'never':
      return onboardedAt.read ? byDeadline(onboardedAt.value, 'onboarded', now) : unread(onboardedAt.why)
  }
}

function byDeadline(
  from: string,
  since: 'onboarded' | 'signed-out',
  now: number,
): Pick<JudgedDevice, 'status' | 'finding'> {
  const at = Date.parse(from) + takesMs[since]
  const deadline = new Date(at).toISOString()
  return at > now
    ? { status: 'ready', finding: { kind: 'in-time', deadline, since } }
    : mayFail({ kind: 'late', deadline, since })
}

const mayFail = (finding: DeviceFinding): Pick<JudgedDevice, 'status' | 'finding'> => ({
  status: 'may-fail',
  finding,
})

const unread = (why: DeviceUnread): Pick<JudgedDevice, 'status' | 'finding'> => ({
  status: 'unread',
  finding: { kind: 'unread', why },
})

/** Those that somebody has to look at first: used by somebody else, then by deadline, then what nobody knows. */
export const byUrgency = <Phone extends { readonly judged: JudgedDevice }>(
  phones: readonly Phone[],
): readonly Phone[] => phones.toSorted((a, b) => urgency(a.judged) - urgency(b.judged))

/** Less is more urgent. A deadline in ms since the epoch stands between what comes before and after all deadlines. */
function urgency({ finding }: JudgedDevice): number {
  switch (finding.kind) {
    case 'in-use':
      return -1
    case 'in-time':
    case 'late':
      return Date.parse(finding.deadline)
    case 'not-listed':
      return Number.MAX_SAFE_INTEGER - 2
    case 'in-use-same':
      return Number.MAX_SAFE_INTEGER - 1
    case 'unread':
      return Number.MAX_SAFE_INTEGER
  }
}
