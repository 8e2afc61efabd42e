import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { seededRandom } from '../../src/core/simulator/random.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { commandHere } from './command-here.ts'
import { removeFolder } from './remove-folder.ts'
import { resultRows } from './result-rows.ts'
import { type CliOutcome, runCli, startCli } from './run-cli.ts'
import { sample } from './sample.ts'
import { accessTo } from './terminal-access.ts'

const speed = 400

/**
 * Kills the built command line (SIGKILL) that many times at random moments of runs of 300 phones, resumes each
 * run to its end and compares what it says with what the simulator saw.
 */
export async function proveKills(kills: number): Promise<void> {
  const totals = { runs: 0, kills: 0, unknown: 0 }
  for (let round = 1; totals.kills < kills; round++) {
    const { killed, unknown } = await killedRun(round)
    totals.runs++
    totals.kills += killed
    totals.unknown += unknown
  }
  console.log(JSON.stringify(totals))
}

async function killedRun(round: number): Promise<{ readonly killed: number; readonly unknown: number }> {
  const random = seededRandom(round, 'kills')
  const directory = await mkdtemp(join(tmpdir(), 'kills-'))
  const simulator = await startSimulator({ now: Date.now, speed, seed: round })
  try {
    const results = join(directory, 'results.csv')
    const access = [
      ...(await accessTo(simulator, directory)),
      ...['--speed', String(speed), '--export', results, '--yes'],
    ]
    const begin = () => ['run', sample('phones-300.csv'), '--region', 'EMEA', ...access]
    // By its name: the process may have been killed between the end of the run and its export.
    const next = async (): Promise<readonly string[]> => {
      const runs: readonly { readonly runId: string; readonly listName?: string }[] = JSON.parse(
        (await commandHere('runs', '--json', '--data-dir', directory)).out,
      )
      const begun = runs.find(({ listName }) => listName !== undefined)
      return begun ? ['resume', begun.runId, ...access] : begin()
    }

    let outcome: CliOutcome | undefined
    let killed = 0
    for (const most = 2 + Math.floor(random() * 4); killed < most; ) {
      const running = startCli(...(await next()))
      // A real process, killed for real: when is the point of it, so this one wait is not a wait for anything.
      const timer = wait(150 + random() * 900).then(() => running.signal('SIGKILL'))
      const ended = await running.done
      await timer
      if (ended.code === null) killed++
      else {
        outcome = ended
        break
      }
    }
    if (outcome?.code !== 0 && outcome?.code !== 1) outcome = await runCli(...(await next()))

    const hint = `round ${round}: ${outcome.errors}`
    expect([0, 1, 4], hint).toContain(outcome.code)
    expect(simulator.ledger.takenTwice, hint).toEqual([])
    const data = await resultRows(results).catch((error: unknown) => {
      throw new Error(`No results. ${hint}`, { cause: error })
    })
    expect(data.length, hint).toBe(300)
    const taken = new Set(
      simulator.ledger.batches.flatMap(({ phones }) => phones.map(({ userName }) => userName)),
    )
    for (const row of data) {
      const status = row['Status'] ?? ''
      // What the service took has its final word, what it never saw is unknown and was not sent again.
      const expected = taken.has(row['Username'] ?? '') ? ['signed in', 'failed'] : ['unknown']
      expect(expected, `${hint}: ${row['Username']} is ${status}`).toContain(status)
    }
    return { killed, unknown: data.filter((row) => row['Status'] === 'unknown').length }
  } finally {
    await simulator.close()
    await removeFolder(directory)
  }
}
