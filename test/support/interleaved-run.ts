import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createLocks, type Locks } from '../../src/core/locks/lock-file.ts'
import type { LookFor } from '../../src/core/locks/lock-maker.ts'
import { thisProcess } from '../../src/core/locks/this-process.ts'
import { abandoned } from '../../src/core/run/abandoned.ts'
import { createEventLog, JournalBroken } from '../../src/core/run/event-log.ts'
import { readJournal } from '../../src/core/run/journal.ts'
import { lockJournal } from '../../src/core/run/locked-journal.ts'
import { whyNotContinue } from '../../src/core/run/why-not-go-on.ts'
import { seededRandom } from '../../src/core/simulator/random.ts'
import type { RunEvent, RunHappening } from '../../src/shared/run/events.ts'
import { planRun } from '../../src/shared/run/plan.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { interleavedFiles, type SimulatedProcess } from './interleaved-files.ts'
import { removeFolder } from './remove-folder.ts'
import { eventsOf, phoneListOf, runStarted, tenant } from './run-samples.ts'

const batches = 4

type Worker = {
  readonly process: SimulatedProcess
  readonly pid: number
  readonly started: string
  /** It ends with its run, as a command does; a window stays. */
  readonly isCommand: boolean
}

/** What all processes have done. */
type Story = {
  readonly file: string
  /** The batches that left. */
  readonly sent: number[]
  /** The events that somebody was told are on the disk. */
  readonly written: RunEvent[]
  refused: number
  stopped: number
}

/** One run and those who want it, in an order by seed alone: the app's own locks, journals and event logs, on real files. */
export async function interleavedRun(seed: number): Promise<Readonly<Record<string, number>>> {
  const random = seededRandom(seed, 'interleavings')
  const below = (limit: number): number => Math.floor(random() * limit)
  const directory = await mkdtemp(join(tmpdir(), 'interleavings-'))
  const file = join(directory, '20260302-090000-abcdef.jsonl')
  await writeFile(file, `${JSON.stringify(begun())}\n`)
  // It looks at many files at once, the first time.
  await thisProcess()
  const files = await interleavedFiles()
  const story: Story = { file, sent: [], written: [], refused: 0, stopped: 0 }
  const workers: Worker[] = []
  const counts = { steps: 0, takenAway: 0, kills: 0 }

  const lookFor: LookFor = async (pid) => {
    const alive = workers.find((one) => one.pid === pid && isAlive(one))
    return alive && { started: alive.started }
  }

  function begin(): void {
    // A number is given again once its process is dead.
    const free = workers
      .map(({ pid }) => pid)
      .filter((pid) => !workers.some((one) => one.pid === pid && isAlive(one)))
    const pid = free[below(2 * free.length)] ?? workers.length + 1
    const started = `${workers.length}`
    const locks = createLocks(
      async () => ({
        ...{ pid, started, host: 'desk', up: 5, platform: 'linux', machine: 'm', boot: 'b' },
        namespaces: { pid: '1', time: '1' },
      }),
      lookFor,
    )
    const process = files.start((self) => processRun(story, locks, self))
    workers.push({ process, pid, started, isCommand: random() < 0.7 })
  }

  // Where nobody takes a lock away from a living process, two never have it.
  const isLeftAlone = seed % 2 === 0
  const takeAway = async (): Promise<void> => {
    if (isLeftAlone) return
    await rm(`${file}.lock`, { force: true })
    counts.takenAway++
  }

  try {
    for (let processes = 2 + below(3); processes > 0; processes--) begin()
    const standsUntil = new Map<Worker, number>()
    const restless = random() * 0.1
    for (; counts.steps < 2_000; counts.steps++) {
      await files.quiet()
      const busy = workers.filter(({ process }) => process.isAlive() && !process.isOver())
      if (busy.length === 0) break
      const awake = busy.filter((worker) => (standsUntil.get(worker) ?? 0) <= counts.steps)
      const worker = awake[below(awake.length)]
      if (!worker) continue
      const likelihood = restless * (worker.process.isAboutToWrite() ? 4 : 1)
      if (counts.steps > 300 || random() >= likelihood) {
        await worker.process.step()
        continue
      }
      if (random() < 0.3) {
        await worker.process.kill(random() < 0.5 ? 0 : random())
        counts.kills++
      } else {
        // It stands still, as on a computer that sleeps. Somebody takes it for dead.
        standsUntil.set(worker, counts.steps + below(100))
        await takeAway()
      }
      begin()
    }
    // The process that takes the run alone at the end can tell how each batch stands.
    await takeAway()
    begin()
    for (const last = workers.at(-1); last && !last.process.isOver(); ) await last.process.step()
  } finally {
    await files.restore()
  }
  const damaged = await expectSound(story, files.torn())
  if (isLeftAlone)
    expect([story.stopped, damaged], 'two at once, though nobody took the lock away').toEqual([0, 0])
  await removeFolder(directory)
  const { sent, refused, stopped } = story
  return { ...counts, sent: sent.length, refused, stopped, torn: files.torn(), damaged }
}

const isAlive = ({ process, isCommand }: Worker): boolean =>
  process.isAlive() && !(isCommand && process.isOver())

function begun(): RunEvent | undefined {
  const plan = planRun(phoneListOf(batches, 'NOAM'))
  const [started] = eventsOf(
    runStarted({ ...plan, batches: plan.phones.map((_, phone) => ({ region: 'NOAM', phones: [phone] })) }),
  )
  return started
}

/** What a window or a terminal does with a run, without a service: a batch leaves in a turn of its own. */
async function processRun(story: Story, locks: Locks, self: SimulatedProcess): Promise<void> {
  const locked = await lockJournal(story.file, (content) => whyNotContinue(content, { tenant }), locks)
  if (!locked.ok) {
    story.refused++
    return
  }
  const { journal, past, release } = locked.value
  const log = createEventLog({ journal, past, now: Date.now, publish: () => undefined })
  const record = async (happening: RunHappening): Promise<void> => {
    await log.record(happening)
    story.written.push(...log.events().slice(-1))
  }
  try {
    if (log.state()?.watching.kind === 'watching') await record(abandoned)
    await record({ type: 'WatchResumed' })
    for (const [batch, { stage }] of (log.state()?.batches ?? []).entries()) {
      if (stage === 'submitting') await record({ type: 'BatchOutcomeUnknown', batch })
      if (stage !== 'queued') continue
      await record({ type: 'BatchSubmitting', batch, attempt: 1 })
      await self.turn()
      story.sent.push(batch)
      await self.turn()
      await record({ type: 'BatchSubmitted', batch, batchId: `${batch}` })
    }
    await record({ type: 'WatchStopped', reason: 'closing' })
  } catch (error) {
    if (!(error instanceof JournalBroken)) throw error
    story.stopped++
  } finally {
    await release()
  }
}

/** Answers how often the run can be gone on with no more. */
async function expectSound({ file, sent, written }: Story, torn: number): Promise<number> {
  const { events, unsound, soundBytes } = await readJournal(file)
  expect(new Set(sent).size, `sent: ${sent}`).toBe(sent.length)
  expect(events).toEqual(expect.arrayContaining([...written]))
  const stages = replay(events)?.batches.map(({ stage }) => stage) ?? []
  for (const batch of sent)
    expect(['open', 'unknown', 'submitting'], `batch ${batch}`).toContain(stages[batch])
  if (!unsound) {
    expect(new Set(stages).isSubsetOf(new Set(['open', 'unknown'])), `${stages}`).toBe(true)
    return 0
  }
  // A line that was half written, by one that was killed, and behind it the line of another one that stood still since
  // it had looked: nothing tells the two from a line that was acted on.
  expect(torn).toBeGreaterThan(0)
  expect((await readFile(file, 'utf8')).slice(soundBytes)).toMatch(/^[^\n]+\{"seq":\d+,.*\}\n/)
  return 1
}
