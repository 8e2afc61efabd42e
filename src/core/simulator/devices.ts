import { guidanceFor } from '../../shared/gateway/guidance.ts'
import type { Batches } from './batches.ts'
import type { ProblemOf } from './outcomes.ts'
import { seededRandom } from './random.ts'

/** The phones that the tenant's device inventory knows. */
export type SimulatedDevices = {
  /** Adds phones to the inventory, as if they had just come to the tenant. Known phones stay as they are. */
  onboard(hardwareIds: readonly string[]): void
  /** Records as the inventory answers them, starting at `from`, in the order in which the phones came. */
  page(from: number, size: number): { readonly devices: readonly unknown[]; readonly isLast: boolean }
}

const hour = 60 * 60_000

/**
 * Decides by seed and hardware ID what the inventory says of a phone. It agrees with how the phone then fails in a run
 * (`problemOf`). A phone that is not found has no record. A phone past its deadline was onboarded or signed out too
 * long ago. A phone that is offline is shown so.
 */
export function createDevices(options: {
  readonly seed: number
  /** Wall time in ms since the epoch. */
  readonly now: () => number
  readonly batches: Pick<Batches, 'recent' | 'age'>
  readonly problemOf: ProblemOf
}): SimulatedDevices {
  const { seed, now, batches, problemOf } = options
  const arrivals = new Map<string, number>()

  function record(hardwareId: string, arrivedAt: number, signedInBy: string | undefined): unknown {
    const code = guidanceFor(problemOf(hardwareId) ?? '')?.code
    if (code === 'device-not-found') return undefined
    const random = seededRandom(seed, 'device', hardwareId)
    const isLate = code === 'deadline-expired'
    const isNew = random() < 0.7
    const isElsewhere = !isLate && random() < 0.03
    const [least, most] = isNew ? (isLate ? [73, 120] : [1, 71]) : isLate ? [169, 300] : [1, 167]
    const at = arrivedAt - (least + (most - least) * random()) * hour
    const createdAt = isNew ? at : at - 24 * hour
    const user =
      signedInBy ?? (isElsewhere ? `reception${Math.floor(100 * random())}@other.example` : undefined)
    const isOffline = code === 'device-offline' && signedInBy === undefined
    return {
      baseInfo: { id: `simulated-${hardwareId}`, createdAt: inSeconds(createdAt), modifiedAt: inSeconds(at) },
      deviceType: 'sip',
      macAddressInfos: [
        { interfaceType: 'Ethernet', macAddress: hardwareId.replaceAll('-', '').toLowerCase() },
      ],
      ...signIn(at, user, isNew),
      healthSummary: { healthState: isOffline ? 'Offline' : 'Healthy', since: inSeconds(arrivedAt - hour) },
      softwareVersions: { firmware: { versionName: '66.86.0.15' } },
    }
  }

  /** The username that is signed in on each phone, as far as batches have come. */
  function signedIn(): ReadonlyMap<string, string> {
    const users = new Map<string, string>()
    for (const batch of batches.recent().toReversed())
      for (const { hardwareId, userName, endsAt, error } of batch.items)
        if (error === undefined && batches.age(batch) >= endsAt) users.set(hardwareId.toUpperCase(), userName)
    return users
  }

  return {
    onboard(hardwareIds) {
      for (const id of hardwareIds) {
        const known = id.toUpperCase()
        if (!arrivals.has(known)) arrivals.set(known, now())
      }
    },
    page(from, size) {
      const users = signedIn()
      const all = [...arrivals]
      const devices = all
        .slice(from, from + size)
        .flatMap(([id, arrivedAt]) => record(id, arrivedAt, users.get(id)) ?? [])
      return { devices, isLast: from + size >= all.length }
    },
  }
}

/** This project has never seen the form of the sign-in's state. The app understands this one. */
function signIn(at: number, user: string | undefined, isNew: boolean) {
  if (user !== undefined)
    return {
      signInInfo: { signInState: 'SignedIn', timestamp: Math.round(at) },
      lastLoggedInUserRef: { userName: user, upn: user },
    }
  return isNew
    ? { signInInfo: null, lastLoggedInUserRef: null }
    : {
        signInInfo: { signInState: 'SignedOut', timestamp: Math.round(at) },
        lastLoggedInUserRef: { userName: 'Former', upn: 'former@simulated.example' },
      }
}

const inSeconds = (ms: number): number => Math.floor(ms / 1000)
