import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { bigList } from './big-list.ts'
import { onlyJournal } from './only-journal.ts'
import { ownNumbers, startCliWithOwnNumbers } from './own-numbers.ts'
import { removeFolder } from './remove-folder.ts'
import { type RunningCli, runCli, startCli } from './run-cli.ts'
import { accessTo } from './terminal-access.ts'

const speed = 2000

/**
 * Repeats this many times: a terminal in its own process namespace watches a run, and two others want it, one from
 * another namespace and one from outside. Both are told who has it, and nothing is submitted twice. After the first is
 * killed, they are still told, because it may be alive; the run continues once somebody has deleted the lock.
 */
export async function proveOwnNumbers(tries: number): Promise<void> {
  const options = ownNumbers()
  if (!options) throw new Error('No namespaces here')
  for (let round = 1; round <= tries; round++) {
    const directory = await mkdtemp(join(tmpdir(), 'own-numbers-'))
    // No batch ends before the others have been told, however long they take.
    const begun = Date.now()
    let isHeld = true
    const simulator = await startSimulator({ now: () => (isHeld ? begun : Date.now()), speed, seed: round })
    const running: RunningCli[] = []
    const started = (cli: RunningCli): RunningCli => {
      running.push(cli)
      return cli
    }
    try {
      const list = await bigList(join(directory, 'phones.csv'), 60)
      const access = [...(await accessTo(simulator, directory)), '--speed', String(speed), '--yes']
      const run = ['run', list, '--region', 'EMEA', '--batch-size', '10']
      const first = started(startCliWithOwnNumbers(options, ...run, ...access))
      await first.said('submitted as')
      const file = await onlyJournal(directory)
      const others = [
        startCliWithOwnNumbers(options, 'resume', ...access),
        startCli('resume', ...access),
      ].map(started)
      // Every second one is killed then.
      const isKilled = round % 2 === 1
      for (const { code, errors } of await Promise.all(others.map(({ done }) => done))) {
        expect(code, errors).toBe(4)
        expect(errors).toContain('in another environment of this one')
        expect(errors).toContain(`delete the file ${file}.lock`)
      }
      isHeld = false
      if (isKilled) first.signal('SIGKILL')
      const { code, errors } = await first.done
      if (isKilled) {
        expect((await startCliWithOwnNumbers(options, 'resume', ...access).done).code).toBe(4)
        await rm(`${file}.lock`)
        expect([0, 1, 4]).toContain((await runCli('resume', ...access)).code)
      } else expect([0, 1], errors).toContain(code)
      expect(simulator.ledger.takenTwice).toEqual([])
      expect(simulator.ledger.batches).toHaveLength(6)
    } finally {
      for (const cli of running) cli.signal('SIGKILL')
      await simulator.close()
      await removeFolder(directory)
    }
  }
}
