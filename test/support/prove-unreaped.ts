import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { readJournal } from '../../src/core/run/journal.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { median } from '../bench/median.ts'
import { bigList } from './big-list.ts'
import { onlyJournal } from './only-journal.ts'
import { removeFolder } from './remove-folder.ts'
import { runCli } from './run-cli.ts'
import { accessTo } from './terminal-access.ts'
import { startUnreapedCli, type UnreapedCli } from './unreaped-cli.ts'

const speed = 20

/**
 * Kills the built command line (SIGKILL) that many times under parents that do not reap it, and resumes the run each
 * time. `isQuiet`: within a second, for nothing else keeps the computer busy.
 */
export async function proveUnreapedKills(kills: number, isQuiet: boolean): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'unreaped-'))
  const simulator = await startSimulator({ now: Date.now, speed, seed: 1 })
  const dead: UnreapedCli[] = []
  try {
    const list = await bigList(join(directory, 'phones.csv'), 300)
    const access = [...(await accessTo(simulator, directory)), '--speed', String(speed), '--yes', '--json']
    const times: number[] = []
    for (let turn = 0; turn <= kills; turn++) {
      const listing = Date.now()
      if (isQuiet) await runCli('runs', '--json', '--data-dir', directory)
      const begun = Date.now()
      const running = startUnreapedCli(
        ...(turn === 0
          ? ['run', list, '--region', 'EMEA', '--batch-size', '10', ...access]
          : ['resume', ...access]),
      )
      dead.push(running)
      // A resumed run also tells all that happened before.
      await (turn === 0 ? running.said('BatchSubmitted') : running.said('WatchResumed', turn))
      const ms = Date.now() - begun
      if (turn > 0) times.push(ms)
      // On a busy computer the start itself is slow.
      if (turn > 0 && isQuiet)
        expect(ms, `after ${begun - listing} ms for a list`).toBeLessThan(1_000 + 2 * (begun - listing))
      await running.kill()
    }
    console.log(JSON.stringify({ kills, medianMs: median(times), mostMs: Math.max(...times) }))
    expect(simulator.ledger.takenTwice).toEqual([])
    const { events, unsound } = await readJournal(await onlyJournal(directory))
    expect(unsound?.kind ?? 'torn').toBe('torn')
    expect(events.filter(({ type }) => type === 'WatchResumed')).toHaveLength(kills)
  } finally {
    for (const one of dead) await one.end()
    await simulator.close()
    await removeFolder(directory)
  }
}
