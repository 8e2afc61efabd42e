import { mkdtemp, readdir, readlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { seededRandom } from '../../src/core/simulator/random.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { removeFolder } from './remove-folder.ts'
import { resultRows } from './result-rows.ts'
import { type CliOutcome, type RunningCli, runCli, startCliWith } from './run-cli.ts'
import { sample } from './sample.ts'
import { withTeamsModule } from './teams-module.ts'
import { accessTo } from './terminal-access.ts'

const speed = 400

/**
 * Kills the terminal, or the PowerShell that it has started, that many times at random moments of runs of 300 phones by
 * Microsoft's cmdlets, goes on each time by either way, and compares what the run says with what the simulator saw.
 */
export async function proveModuleKills(kills: number): Promise<void> {
  const totals = { runs: 0, terminals: 0, modules: 0, 'went on directly': 0, unknown: 0 }
  for (let round = 1; totals.terminals + totals.modules < kills; round++) {
    const left = kills - totals.terminals - totals.modules
    const ended = await killedRun(round, left)
    totals.runs++
    for (const name of ['terminals', 'modules', 'went on directly', 'unknown'] as const)
      totals[name] += ended[name]
  }
  console.log(JSON.stringify(totals))
  if (kills >= 20)
    for (const count of [totals.modules, totals['went on directly']]) expect(count).toBeGreaterThan(2)
}

async function killedRun(round: number, left: number) {
  const random = seededRandom(round, 'module kills')
  const directory = await mkdtemp(join(tmpdir(), 'module-kills-'))
  const simulator = await startSimulator({ now: Date.now, speed, seed: round })
  const counts = { terminals: 0, modules: 0, 'went on directly': 0, unknown: 0 }
  try {
    const results = join(directory, 'results.csv')
    const data = join(directory, 'data')
    const direct = await accessTo(simulator, data)
    const module = ['--via', 'powershell', '--module-sign-in', '--data-dir', data]
    const common = ['--speed', String(speed), '--export', results, '--yes', '--json']
    // Whatever it starts works in a folder below this one, by which it is found.
    const environment = { ...(await withTeamsModule(simulator, directory)), TMPDIR: directory }
    const goOn = async (): Promise<{ readonly running: RunningCli; readonly isDirect: boolean }> => {
      const listed = await runCli('runs', '--json', '--data-dir', data)
      const runs: readonly { readonly runId: string; readonly listName?: string }[] = JSON.parse(listed.out)
      const begun = runs.find(({ listName }) => listName !== undefined)
      const isDirect = begun !== undefined && random() < 0.3
      const command = begun ? ['resume', begun.runId] : ['run', sample('phones-300.csv'), '--region', 'NOAM']
      if (isDirect) counts['went on directly']++
      const way = isDirect ? direct : module
      return { running: startCliWith(environment, ...command, ...way, ...common), isDirect }
    }

    let outcome: CliOutcome | undefined
    const most = Math.min(left, 2 + Math.floor(random() * 3))
    while (counts.terminals + counts.modules < most && outcome === undefined) {
      const { running, isDirect } = await goOn()
      const isOver = new AbortController()
      const done = running.done.finally(() => isOver.abort())
      // Real processes, killed for real: how long after which step is the point of it.
      const step = steps[Math.floor(random() * steps.length)] ?? ''
      await running.said(step).catch(() => undefined)
      await wait(random() * 400, undefined, { signal: isOver.signal }).catch(() => undefined)
      const [pid] = !isDirect && random() < 0.5 ? await workingIn(directory) : []
      if (!isOver.signal.aborted && pid !== undefined) {
        counts.modules++
        kill(pid)
      } else running.signal('SIGKILL')
      const ended = await done
      if (ended.code === null) counts.terminals++
      else if ([0, 1, 4].includes(ended.code ?? 3)) outcome = ended
    }
    for (let tries = 0; outcome === undefined && tries < 3; tries++) {
      const ended = await (await goOn()).running.done
      if ([0, 1, 4].includes(ended.code ?? 3)) outcome = ended
    }

    const hint = `round ${round}: ${outcome?.errors}`
    expect(outcome, hint).toBeDefined()
    expect(simulator.ledger.takenTwice, hint).toEqual([])
    const rows = await resultRows(results)
    expect(rows.length, hint).toBe(300)
    const taken = new Set(
      simulator.ledger.batches.flatMap(({ phones }) => phones.map(({ userName }) => userName)),
    )
    for (const row of rows) {
      const status = row['Status'] ?? ''
      // What the service took has its final word, what it never saw is unknown and was not sent again.
      const expected = taken.has(row['Username'] ?? '') ? ['signed in', 'failed'] : ['unknown']
      expect(expected, `${hint}: ${row['Username']} is ${status}`).toContain(status)
      if (status === 'unknown') counts.unknown++
    }
    // Nothing that was started is left behind, whatever was killed.
    await expect.poll(() => workingIn(directory), { message: hint }).toEqual([])
    return counts
  } finally {
    await simulator.close()
    await removeFolder(directory)
  }
}

/** What the terminal says on the way: of the sign-in before a run, and of the run. */
const steps = ['signs in', '"RunStarted"', '"BatchSubmitting"', '"BatchSubmitted"', '"PhonesReported"']

/** The processes that work in a folder below this one (Linux, proc(5)). */
async function workingIn(directory: string): Promise<readonly number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0 && pid !== process.pid)
  const folders = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  return pids.filter((_, at) => folders[at]?.startsWith(`${directory}/`))
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
