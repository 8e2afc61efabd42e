import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGateway } from '../../src/core/gateway/client.ts'
import type { Gateway, TokenProvider } from '../../src/core/gateway/gateway.ts'
import { createConnection } from '../../src/core/powershell/connection.ts'
import { createPowerShellGateway } from '../../src/core/powershell/gateway.ts'
import { readJournal } from '../../src/core/run/journal.ts'
import { journalFile } from '../../src/core/run/run-files.ts'
import { createRunRepository } from '../../src/core/run/run-repository.ts'
import { createRuns, type Runs } from '../../src/core/run/runs.ts'
import type { Session } from '../../src/core/run/session.ts'
import type { SimulatedBatch } from '../../src/core/simulator/batches.ts'
import type { Fault } from '../../src/core/simulator/fault.ts'
import { simulatedTenant } from '../../src/core/simulator/identity.ts'
import type { Ledger } from '../../src/core/simulator/ledger.ts'
import { seededRandom } from '../../src/core/simulator/random.ts'
import type { AppFailure } from '../../src/shared/app-failure.ts'
import { fail, succeed } from '../../src/shared/result.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import type { RunPlan } from '../../src/shared/run/plan.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'
import { type Asked, drawnOperator } from './drawn-operator.ts'
import { everyFault } from './every-fault.ts'
import { inProcessModule } from './in-process-module.ts'
import { inProcessAddress, inProcessService } from './in-process-service.ts'
import { type Life, oneLife } from './one-life.ts'
import { anotherAdministrator, anotherRun } from './others-batches.ts'
import { removeFolder } from './remove-folder.ts'
import { copyFolder, putBackup, runsOf } from './run-folders.ts'
import { operator, tenant } from './run-samples.ts'
import { smallPlan } from './small-plan.ts'
import { troubledDisk } from './troubled-disk.ts'
import { virtualClock } from './virtual-clock.ts'

export type ScheduleOutcome = {
  readonly plan: RunPlan
  /** In the folder in which the run began, and in each copy of it that has the run. */
  readonly ends: readonly RunEnd[]
  /** What was shown and what was on disk each time watching had ended. */
  readonly halts: readonly Halt[]
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
    /** Processes that came to a folder while another one was at it, or had just been killed there. */
    readonly 'second processes': number
    /** How often the run was begun or gone on with when another process had been there. */
    readonly 'gone on with beside another process': number
    /** How often one carried the run while another one did, in the same folder. */
    readonly 'two at once': number
    /** Folders that were copied, and how often somebody went on in another one than before. */
    readonly copies: number
    readonly 'went on in another folder': number
  }
}

/** How the run ended in a folder, and what the service had done by then. */
export type RunEnd = {
  readonly folder: string
  /** As the last window showed it. */
  readonly state: RunState
  /** The journal on disk at the end. */
  readonly journal: readonly RunEvent[]
  readonly ledger: Ledger
  /** All batches in the batch history, from anyone. */
  readonly record: readonly SimulatedBatch[]
}

type Halt = {
  readonly folder: string
  readonly shown: readonly RunEvent[]
  readonly onDisk: readonly RunEvent[]
  /** Something could not be written since the app was started. */
  readonly wasFull: boolean
  /** Another process was in the folder, and may have gone on with the run. */
  readonly wasShared: boolean
  /** An older journal was put back afterwards. */
  isForgotten: boolean
}

const listName = 'phones.csv'
/** Afterwards nobody is killed any more and the disk has room. */
const troubledLives = 8
const calmLives = 6
const minute = 60_000

/**
 * One run with everything that can go wrong, in virtual time, by seed alone: faults on the wire, refusals, batches of
 * others, a batch history that lists batches it can't find, tokens that expire and can't be renewed for a while, a disk
 * that is full for a while, and kills of the process at any moment (with a torn last line among other traces), each
 * followed by a resume at which an operator may decide about unconfirmed submissions. Sometimes a backup is restored in
 * between, so the run is as it was some events ago; or a second process uses the folder, beside the first one or after
 * its death; or the folder is copied at some moment, and the run continues in both.
 */
export async function faultSchedule(seed: number, way: 'direct' | 'powershell'): Promise<ScheduleOutcome> {
  const parent = await mkdtemp(join(tmpdir(), 'faults-'))
  try {
    return await scheduleIn(parent, seed, way)
  } finally {
    await removeFolder(parent)
  }
}

async function scheduleIn(
  parent: string,
  seed: number,
  way: 'direct' | 'powershell',
): Promise<ScheduleOutcome> {
  const random = seededRandom(seed, 'schedule')
  const below = (limit: number): number => Math.floor(random() * limit)
  const clock = virtualClock()
  const begun = clock.now()
  const plan = smallPlan(5 + below(40), 1 + below(6), below)
  const troubledUntil = begun + below(40) * minute
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

  const folders = [join(parent, 'runs')]
  let folder = folders[0] ?? ''
  await mkdir(folder)
  const others = { below, batches: service.batches, plan }
  const ofOtherRun = random() < 0.4 ? await anotherRun(folder, others) : []
  const ofOthers: SimulatedBatch[] = []
  const othersAreBusy = (limit: number): void => {
    for (let other = below(limit); other > 0; other--) ofOthers.push(...one(anotherAdministrator(others)))
  }
  othersAreBusy(4)

  const isFullAtTimes = random() < 0.4
  const fullFrom = begun + below(20) * minute
  const fullUntil = isFullAtTimes ? fullFrom + below(40) * minute : fullFrom
  let isCalm = false
  const disk = await troubledDisk({
    ...{ clock, below },
    isFull: () => !isCalm && clock.now() >= fullFrom && clock.now() < fullUntil,
  })
  const decider = drawnOperator({ below, meanwhile: () => othersAreBusy(2) })

  const tokens: TokenProvider = async ({ renew }) => {
    if (!renew) return succeed(service.tokens.current())
    return clock.now() < troubledUntil && random() < 0.5
      ? fail({ kind: 'interaction-required' })
      : succeed(service.tokens.renew())
  }
  const gatewayOf: (life: Life) => Promise<Gateway> = {
    direct: async (life: Life) =>
      createGateway({
        baseUrl: inProcessAddress,
        userAgent: 'test',
        now: clock.now,
        fetch: life.fetch(service.fetch),
        tokens,
      }),
    async powershell(life: Life) {
      const isPoor = below(2) === 0
      const folder = await clock.still(mkdtemp(join(parent, 'module-')))
      const isTroubled = (): boolean => clock.now() <= troubledUntil && random() < faultShare / 5
      const connection = createConnection({
        load: async () =>
          succeed(
            inProcessModule({
              ...{ fetch: life.fetch(service.fetch), folder, isPoor },
              dies: () => (isTroubled() ? (['late', 'ended'] as const)[below(2)] : undefined),
            }),
          ),
        signIn: { kind: 'tokens', tokens, tenantId: simulatedTenant.id },
        trouble: () => undefined,
        logging: () => undefined,
      })
      return createPowerShellGateway(connection, clock.now)
    },
  }[way]
  const sessionOf = async (life: Life): Promise<Session> => ({
    ...{ tenant, operator, clock: life.clock },
    gateway: await gatewayOf(life),
    end: async () => {},
  })

  const halts: Halt[] = []
  const counts = { kills: 0, restored: 0, seconds: 0, takenOver: 0, atOnce: 0, copies: 0, moves: 0 }

  /** From the start of the app until it is closed; answers what it showed last. `beside`: the other process, if any. */
  async function sitting(
    { life, runs }: Sitting,
    directory: string,
    beside: () => Sitting | undefined,
  ): Promise<RunState | undefined> {
    const session = await sessionOf(life)
    const fullBefore = disk.counts.full
    const closesAfter = !isCalm && below(3) === 0 ? below(30) * minute : undefined
    if (closesAfter !== undefined)
      void life.clock.sleep(closesAfter).then(() => runs.stopWatching('operator'))
    for (let turn = 0; turn < 3; turn++) {
      if (turn > 0) await life.clock.sleep(below(60) * minute)
      if (await isGoneOnWith(runs, session, directory)) {
        const other = beside()
        if (other) counts.takenOver++
        if (other?.life.isAlive() && isCarrying(other.runs)) counts.atOnce++
      }
      await runs.idle()
      const runId = runs.state()?.runId
      if (runId !== undefined) {
        const { events } = await readJournal(journalFile(directory, runId))
        const wasFull = disk.counts.full > fullBefore
        const wasShared = beside() !== undefined
        halts.push({
          ...{ folder: directory, shown: runs.events(), onDisk: events },
          ...{ wasFull, wasShared, isForgotten: false },
        })
      }
      if (runs.state()?.watching.kind === 'finished' || below(2) === 0) break
    }
    return runs.state()
  }

  async function isGoneOnWith(runs: Runs, session: Session, directory: string): Promise<boolean> {
    if (!runs.state()) {
      const [known] = await runsOf(directory, listName)
      const begun =
        known === undefined ? await runs.start(session, plan, { listName }) : await runs.open(known)
      if (!begun.ok) decider.refused.push(begun.failure)
      if (!begun.ok || known === undefined) return begun.ok
    }
    return runs.state()?.watching.kind !== 'finished' && decider.goOn(runs, session)
  }

  /** Up to two processes in this folder. Answers what the first one showed last, if it was closed. */
  async function live(directory: string): Promise<RunState | undefined> {
    const begin = (): Sitting => {
      const mayDie = !isCalm && random() < 0.7
      const life = oneLife(clock, mayDie ? 1 + below(60) : Number.POSITIVE_INFINITY)
      return {
        life,
        runs: createRuns({ repository: createRunRepository(directory), appVersion: '0.1.0', random }),
      }
    }
    let second: Sitting | undefined
    const first = begin()
    const sit = (one: Sitting, beside: () => Sitting | undefined): Promise<RunState | undefined> =>
      Promise.race([
        disk.run(one.life, () => sitting(one, directory, beside)),
        one.life.death.then(() => undefined),
      ])
    const secondComes = async (): Promise<void> => {
      if (isCalm || below(5) >= 2) return
      await clock.sleep(below(4) === 0 ? 0 : below(20 * minute))
      counts.seconds++
      second = begin()
      await sit(second, () => first)
    }
    const somebodyCopies = async (): Promise<void> => {
      if (isCalm || folders.length > mostCopies || below(4) > 0) return
      await clock.sleep(below(20 * minute))
      // A run that begins in two folders is two runs.
      const begun = await clock.still(runsOf(directory, listName))
      if (begun.length === 0) return
      const copy = join(parent, `copy-${folders.length}`)
      await clock.still(copyFolder(directory, copy))
      folders.push(copy)
      counts.copies++
    }
    const [state] = await clock.run(Promise.all([sit(first, () => second), secondComes(), somebodyCopies()]))
    const dead = [first, second].filter((one) => one && !one.life.isAlive())
    counts.kills += dead.length
    await disk.bury()
    return state
  }

  try {
    const finished = new Set<string>()
    for (let lives = 0; lives < troubledLives && finished.size < folders.length; lives++) {
      const before = folder
      if (finished.has(folder) || below(2) === 0) {
        const open = folders.filter((one) => !finished.has(one))
        folder = open[below(open.length)] ?? folder
      }
      if (folder !== before) {
        counts.moves++
        // What one computer has sent may be on its way.
        await clock.run(clock.sleep(minute))
      }
      const state = await live(folder)
      if (state?.watching.kind === 'finished') finished.add(folder)
      else if (below(6) === 0 && (await isPutBack(folder))) counts.restored++
      await clock.run(clock.sleep(below(60) * minute))
      othersAreBusy(2)
    }
    isCalm = true
    const ends: RunEnd[] = []
    for (const directory of folders) {
      let state: RunState | undefined
      let record: readonly SimulatedBatch[] = []
      for (let lives = 0; lives < calmLives && state?.watching.kind !== 'finished'; lives++) {
        await clock.run(clock.sleep((1 + below(60)) * minute))
        state = await live(directory)
        // The run knows nothing of what others do afterwards.
        record = service.batches.recent()
        othersAreBusy(2)
      }
      if (!state) throw new Error('Nothing keeps anybody from the run any more')
      const [, again] = await runsOf(directory, listName)
      if (again !== undefined) throw new Error('The list was begun twice')
      ends.push({
        ...{ folder: directory, state, record },
        journal: (await readJournal(journalFile(directory, state.runId))).events,
        ledger: { ...service.ledger, batches: [...service.ledger.batches] },
      })
    }
    const { asked, refused } = decider
    const { kills, restored, copies } = counts
    return {
      ...{ plan, ends, halts, ofOtherRun, ofOthers, hidden, asked, refused },
      counts: {
        ...{ kills, faults, restored, ...disk.counts, copies },
        'second processes': counts.seconds,
        'gone on with beside another process': counts.takenOver,
        'two at once': counts.atOnce,
        'went on in another folder': counts.moves,
      },
    }
  } finally {
    await disk.restore()
  }

  async function isPutBack(directory: string): Promise<boolean> {
    const [runId] = await runsOf(directory, listName)
    if (runId === undefined) return false
    await putBackup(directory, runId, below)
    for (const halt of halts) if (halt.folder === directory) halt.isForgotten = true
    return true
  }
}

type Sitting = { readonly life: Life; readonly runs: Runs }

const mostCopies = 2

const isCarrying = (runs: Runs): boolean => runs.isBusy() && runs.state()?.watching.kind === 'watching'

const anyFault: readonly (Fault | 'refused')[] = ['refused', ...everyFault]

const one = <Value>(value: Value | undefined): readonly Value[] => (value === undefined ? [] : [value])

/** For how long the service does not find a batch that it lists, in ms. */
function hiddenFor(seed: number, { takenAt, items }: SimulatedBatch, share: number): number {
  const random = seededRandom(seed, 'hidden', takenAt, items[0]?.hardwareId ?? '')
  if (random() >= share) return 0
  return random() < 0.3 ? Number.POSITIVE_INFINITY : random() * 20 * 60_000
}
