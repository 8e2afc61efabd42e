import { randomUUID } from 'node:crypto'
import type { Region } from '../../shared/gateway/region.ts'
import type { PhoneCourse } from './outcomes.ts'

export type RequestedPhone = { readonly userName: string; readonly hardwareId: string }

export type SimulatedBatch = {
  readonly batchId: string
  readonly region: Region
  readonly userId: string
  /** Wall time, ms since the epoch. */
  readonly takenAt: number
  readonly items: readonly (RequestedPhone & PhoneCourse)[]
}

/** The service's batches. Nothing runs in the background: a batch's state follows from the time of the question. */
export type Batches = {
  take(region: Region, phones: readonly RequestedPhone[], userId: string): SimulatedBatch
  find(batchId: string): SimulatedBatch | undefined
  openIn(region: Region): readonly SimulatedBatch[]
  /** As the batch history shows them: the last 30 days, the latest first. */
  recent(): readonly SimulatedBatch[]
  /** Simulated ms since the batch was taken. */
  age(batch: SimulatedBatch): number
}

/** Decides about a phone when its batch, of so many phones, is taken. */
export type CourseOf = (hardwareId: string, username: string, batchSize: number) => PhoneCourse

/** Starts without a batch. `speed` makes batches run faster. */
export function createBatches(options: {
  readonly now: () => number
  readonly speed: number
  readonly courseOf: CourseOf
}): Batches {
  const { now, speed, courseOf } = options
  const taken: SimulatedBatch[] = []
  const age = ({ takenAt }: SimulatedBatch): number => (now() - takenAt) * speed
  const isDone = (batch: SimulatedBatch): boolean => batch.items.every(({ endsAt }) => age(batch) >= endsAt)
  return {
    take(region, phones, userId) {
      const items = phones.map(({ userName, hardwareId }) => {
        const { startsAt, endsAt, error } = courseOf(hardwareId.toUpperCase(), userName, phones.length)
        return { userName, hardwareId, startsAt, endsAt, error }
      })
      // Not from the seed: the ID of an earlier simulator's batch must not fit a batch of this one.
      const batch = { batchId: randomUUID(), region, userId, takenAt: now(), items }
      taken.push(batch)
      return batch
    },
    find: (batchId) => taken.find((batch) => batch.batchId === batchId),
    openIn: (region) => taken.filter((batch) => batch.region === region && !isDone(batch)),
    recent: () => taken.filter((batch) => age(batch) <= thirtyDays).toReversed(),
    age,
  }
}

const thirtyDays = 30 * 24 * 60 * 60_000
