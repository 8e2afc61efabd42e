import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGateway } from '../../src/core/gateway/client.ts'
import { readJournal } from '../../src/core/run/journal.ts'
import { journalFile } from '../../src/core/run/run-files.ts'
import type { RunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns, type Runs } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import type { SimulatedBatch } from '../../src/core/simulator/batches.ts'
import type { Fault } from '../../src/core/simulator/fault.ts'
import type { Ledger } from '../../src/core/simulator/ledger.ts'
import { seededRandom } from '../../src/core/simulator/random.ts'
import type { AppFailure } from '../../src/shared/app-failure.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import type { RunPlan } from '../../src/shared/run/plan.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { type Asked, drawnOperator } from './drawn-operator.ts'
import { everyFault } from './every-fault.ts'
import { inProcessAddress, inProcessService } from './in-process-service.ts'
import { listed } from './listed.ts'
import { type Life, oneLife } from './one-life.ts'
import { anotherAdministrator, anotherRun } from './others-batches.ts'
import { removeFolder } from './remove-folder.ts'
import { operator, tenant } from './run-samples.ts'
import { smallPlan } from './small-plan.ts'
import { troubledDisk } from './troubled-disk.ts'
import { virtualClock } from './virtual-clock.ts'

export type ScheduleOutcome = {
  readonly plan: RunPlan
  /** As the last window showed it. */
  readonly state: RunState
  /** What is on disk at the end. */
  readonly journal: readonly RunEvent[]
  /** What was shown and what was on disk whenever watching had ended. */
  readonly halts: readonly Halt[]
  readonly ledger: Ledger
  /** All that the service has on record, whoever made it. */
  readonly record: readonly SimulatedBatch[]
  /** The batches of another run on this disk, and those of another administrator. */
  readonly ofOtherRun: readonly SimulatedBatch[]
  readonly ofOthers: readonly SimulatedBatch[]
  /** The IDs of batches that somebody asked about while the service listed and did not find them. */
  readonly hidden: ReadonlySet<string>
  readonly asked: readonly Asked[]
  readonly refused: readonly AppFailure[]
  readonly counts: {
    readonly kills: number
    readonly faults: number
    readonly torn: number
    readonly full: number
    /** How often an older journal was put back. */
    readonly restored: number
  }
}

type Halt = {
  readonly shown: readonly RunEvent[]
  readonly onDisk: readonly RunEvent[]
  /** Something could not be written since the app was started. */
  readonly wasFull: boolean
}

const listName = 'phones.csv'
/** Afterwards nobody is killed any more and the disk has room. */
const troubledLives = 8
const mostLives = 14

/**
 * One run under everything that can go wrong, in virtual time and by seed alone: faults of the wire, refusals,
 * batches of others, a record that lists what cannot be found, tokens that expire and cannot be renewed for a
 * while, a disk that is full for a while, and kills of the process at any moment (a torn last line among what
 * they leave), each followed by a resume at which an operator may decide about what is in doubt. Now and then a backup
 * is put back in between: the run stands as it did some events ago.
 */
export async function faultSchedule(seed: number): Promise<ScheduleOutcome> {
  const parent = await mkdtemp(join(tmpdir(), 'faults-'))
  try {
    return await scheduleIn(join(parent, 'runs'), seed)
  } finally {
    await removeFolder(parent)
  }
}

async function scheduleIn(directory: string, seed: number): Promise<ScheduleOutcome> {
  const random = seededRandom(seed, 'schedule')
  const below = (limit: number): number => Math.floor(random() * limit)
  const clock = virtualClock()
  const begun = clock.now()
  const plan = smallPlan(5 + below(40), 1 + below(6), below)
  const troubledUntil = begun + below(40) * 60_000
  const faultShare = random() * 0.6
  let faults = 0

  const hidden = new Set<string>()
  const hiddenShare = random() < 0.5 ? random() * 0.4 : 0
  const service = inProcessService({
    clock,
    seed,
    failureShare: random() * 0.4,
    ...(random() < 0.5 && { tokenLifetimeMs: 60_000 + below(600_000) }),
    latency: () => 20 + below(3_000),
    faultOf() {
      if (clock.now() > troubledUntil || random() >= faultShare) return undefined
      faults++
      return anyFault[below(anyFault.length)]
    },
    isHidden(batch) {
      const isHidden = hiddenFor(seed, batch, hiddenShare) > clock.now() - batch.takenAt
      if (isHidden) hidden.add(batch.batchId)
      return isHidden
    },
  })

  await mkdir(directory)
  const others = { below, batches: service.batches, plan }
  const ofOtherRun = random() < 0.4 ? await anotherRun(directory, others) : []
  const ofOthers: SimulatedBatch[] = []
  const othersAreBusy = (limit: number): void => {
    for (let other = below(limit); other > 0; other--) ofOthers.push(...one(anotherAdministrator(others)))
  }
  othersAreBusy(4)

  const isFullAtTimes = random() < 0.4
  const fullFrom = begun + below(20) * 60_000
  const fullUntil = isFullAtTimes ? fullFrom + below(40) * 60_000 : fullFrom
  let isCalm = false
  const disk = await troubledDisk({
    ...{ directory, clock, below },
    isFull: () => !isCalm && clock.now() >= fullFrom && clock.now() < fullUntil,
  })
  const decider = drawnOperator({ below, meanwhile: () => othersAreBusy(2) })

  const sessionOf = (life: Life): Session => ({
    ...{ tenant, operator, clock: life.clock },
    gateway: createGateway({
      baseUrl: inProcessAddress,
      userAgent: 'test',
      now: clock.now,
      fetch: life.fetch(service.fetch),
      tokens: async ({ renew }) => {
        if (!renew) return succeed(service.tokens.current())
        return clock.now() < troubledUntil && random() < 0.5
          ? fail({ message: 'The operator must sign in.' })
          : succeed(service.tokens.renew())
      },
    }),
    end: async () => {},
  })

  const halts: Halt[] = []
  /** From the start of the app until it is closed; the state that it showed last. */
  async function sitting(runs: Runs, repository: RunRepository, life: Life): Promise<RunState | undefined> {
    const session = sessionOf(life)
    const atDisk = <Value>(work: Promise<Value>): Promise<Value> => {
      const done = life.whileAlive(work)
      void clock.still(Promise.race([work, life.death]))
      return done
    }
    const fullBefore = disk.counts.full
    const known = await atDisk(runOnDisk(repository))
    if (known !== undefined) await atDisk(runs.open(known))
    for (let turn = 0; turn < 3; turn++) {
      if (turn > 0) await life.clock.sleep(below(60) * 60_000)
      if (runs.state()) await decider.goOn(runs, session, atDisk)
      else await atDisk(runs.start(session, plan, { listName }))
      await runs.idle()
      const runId = runs.state()?.runId
      if (runId !== undefined) {
        const { events } = await atDisk(readJournal(journalFile(repository.directory, runId)))
        halts.push({ shown: runs.events(), onDisk: events, wasFull: disk.counts.full > fullBefore })
      }
      if (runs.state()?.watching.kind === 'finished' || below(2) === 0) break
    }
    return runs.state()
  }

  let kills = 0
  let restored = 0
  try {
    for (let lives = 0; ; lives++) {
      isCalm = lives >= troubledLives
      const mayDie = !isCalm && random() < 0.7
      const life = oneLife(clock, mayDie ? 1 + below(60) : Number.POSITIVE_INFINITY)
      disk.live(life)
      const repository = disk.repository()
      const runs = createRuns({ repository, appVersion: '0.1.0', random })
      const state = await clock.run(
        Promise.race([sitting(runs, repository, life), life.death.then(() => undefined)]),
      )
      if (!life.isAlive()) {
        kills++
        await disk.bury()
      } else if (state?.watching.kind === 'finished' || (state && lives >= mostLives))
        return {
          ...{
            plan,
            state,
            halts,
            ofOtherRun,
            ofOthers,
            hidden,
            asked: decider.asked,
            refused: decider.refused,
          },
          journal: (await readJournal(journalFile(repository.directory, state.runId))).events,
          ledger: service.ledger,
          record: service.batches.recent(),
          counts: { kills, faults, restored, ...disk.counts },
        }
      if (!isCalm && below(6) === 0 && (await putBackup(disk.repository(), below))) restored++
      await clock.run(clock.sleep(below(60) * 60_000))
      othersAreBusy(2)
    }
  } finally {
    await disk.remove()
  }
}

const anyFault: readonly (Fault | 'refused')[] = ['refused', ...everyFault]

const one = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value])

/** The run of this schedule, once it has begun. */
async function runOnDisk(repository: RunRepository): Promise<string | undefined> {
  const { runs } = await listed(repository)
  return runs.find((run) => run.listName === listName)?.runId
}

/** Puts the journal back as it was some events ago. Answers whether there was one. */
async function putBackup(repository: RunRepository, below: (limit: number) => number): Promise<boolean> {
  const runId = await runOnDisk(repository)
  if (runId === undefined) return false
  const file = journalFile(repository.directory, runId)
  // Without what follows the last whole line.
  const lines = (await readFile(file, 'utf8')).split('\n').slice(0, -1)
  await writeFile(file, `${lines.slice(0, 1 + below(lines.length)).join('\n')}\n`)
  return true
}

/** For how long the service does not find a batch that it lists, in ms. */
function hiddenFor(seed: number, { takenAt, items }: SimulatedBatch, share: number): number {
  const random = seededRandom(seed, 'hidden', takenAt, items[0]?.hardwareId ?? '')
  if (random() >= share) return 0
  return random() < 0.3 ? Number.POSITIVE_INFINITY : random() * 20 * 60_000
}
