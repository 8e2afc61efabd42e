import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { readJournal } from '../../src/core/run/journal.ts'
import { seededRandom } from '../../src/core/simulator/random.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { bigList } from './big-list.ts'
import { onlyJournal } from './only-journal.ts'
import { removeFolder } from './remove-folder.ts'
import { type CliOutcome, runCli, startCli } from './run-cli.ts'
import { accessTo } from './terminal-access.ts'

const speed = 3000
const batches = 24
const batchSize = 20

/**
 * That many times: a terminal submits batch after batch, somebody deletes its lock as if it were gone, and another
 * terminal takes the run. Neither submits a batch twice, and nothing is lost that one of them had written.
 */
export async function proveLockDeleted(tries: number): Promise<void> {
  const totals = { tookOver: 0, resumes: 0, batches: 0 }
  // On a busy computer a run may have ended before anybody came: then it is tried once more.
  const isShown = (): boolean => totals.tookOver >= tries / 2
  for (let round = 1; round <= tries || (!isShown() && round <= 5 * tries); round++) {
    const { resumes, batches, isTakenOver } = await deletedUnder(round)
    totals.tookOver += isTakenOver ? 1 : 0
    totals.resumes += resumes
    totals.batches += batches
  }
  console.log(JSON.stringify(totals))
  expect(isShown()).toBe(true)
}

async function deletedUnder(round: number): Promise<{
  readonly resumes: number
  readonly batches: number
  readonly isTakenOver: boolean
}> {
  const random = seededRandom(round, 'lock-deleted')
  const directory = await mkdtemp(join(tmpdir(), 'lock-deleted-'))
  const simulator = await startSimulator({ now: Date.now, speed, seed: round })
  try {
    const list = await bigList(join(directory, 'phones.csv'), batches * batchSize)
    const access = [...(await accessTo(simulator, directory)), '--speed', String(speed), '--yes', '--json']
    const first = startCli('run', list, '--region', 'EMEA', '--batch-size', `${batchSize}`, ...access)
    await first.said('"BatchSubmitted"')
    const file = await onlyJournal(directory)
    // Two real processes: when the lock goes away under them is the point, so this is not a wait for anything.
    const second = startCli('resume', ...access)
    await wait(random() * 700)
    await rm(`${file}.lock`, { force: true })
    const told = [await first.done, await second.done]
    // Whoever came too early or too late was refused; somebody goes on until nothing is left to do.
    while (told.length < 20 && !(await isOver(file))) told.push(await runCli('resume', ...access))

    const hint = `round ${round}: ${told.map(({ code, errors }) => `${code} ${errors}`).join('\n---\n')}`
    expect(simulator.ledger.takenTwice, hint).toEqual([])
    const { events, unsound } = await readJournal(file)
    expect(unsound, hint).toBeUndefined()
    const state = replay(events)
    // What the service took is known or asked about, and nothing else is.
    expect(
      state?.batches.filter(({ stage }) => stage === 'queued'),
      hint,
    ).toEqual([])
    for (const outcome of told) expect(events, hint).toEqual(expect.arrayContaining([...writtenBy(outcome)]))
    const submitted = simulator.ledger.batches.length
    const unconfirmed = state?.batches.filter(({ stage }) => stage === 'unknown').length ?? 0
    expect(submitted + unconfirmed, hint).toBeGreaterThanOrEqual(batches)
    const isTakenOver = events.some(({ type }) => type === 'WatchResumed')
    return { resumes: told.length - 1, batches: submitted, isTakenOver }
  } finally {
    await simulator.close()
    await removeFolder(directory)
  }
}

const over: ReadonlySet<string> = new Set(['finished', 'refused', 'unknown'])

/** Whether nothing is left to submit and to watch; what is unconfirmed, a person decides. */
const isOver = async (file: string): Promise<boolean> =>
  replay((await readJournal(file)).events)?.batches.every(({ stage }) => over.has(stage)) ?? false

/** What a command has told that it had written down. */
function writtenBy({ out }: CliOutcome): readonly RunEvent[] {
  const events: readonly RunEvent[] = out
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line)]))
  const end = events.findIndex((event) => event.type === 'WatchStopped' && event.reason === 'journal')
  if (end === -1) return events
  // The answer that could not be written any more is told before it.
  const isAnswer = ['BatchSubmitted', 'BatchRefused', 'PhonesReported'].includes(events[end - 1]?.type ?? '')
  return events.slice(0, isAnswer ? end - 1 : end)
}
