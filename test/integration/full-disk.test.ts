import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import { here, testWith } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { resultRows } from '../support/result-rows.ts'
import { runCli, startCliIn } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'
import { accessTo } from '../support/terminal-access.ts'

// In 1,024 bytes: enough for the results of 300 phones (41) and for their plan with the first batches (37), never for
// the whole journal, which has 51 even where a busy computer asks so rarely that it sees each phone only at its end.
const room = 44

// A limit to the size of files stands in for the end of the disk: the same write fails in the same way (EFBIG).
testWith(here.bash)(
  'a disk that is full ends the run at once, loses nothing that is known, and the run goes on once there is room',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'full-disk-'))
    const simulator = await startSimulator({ now: Date.now, speed: 300, seed: 5 })
    try {
      const results = join(directory, 'results.csv')
      const access = [
        ...(await accessTo(simulator, directory)),
        ...['--speed', '300', '--export', results, '--yes'],
      ]
      const rows = () => resultRows(results)
      const run = startCliIn(
        `trap '' XFSZ; ulimit -f ${room}; exec "$0" "$@"`,
        ...['run', sample('phones-300.csv'), '--region', 'EMEA', ...access],
      )
      const { code, errors } = await run.done
      expect(code, errors).toBe(4)
      expect(errors).toContain("couldn't be written to disk")
      expect(errors).toMatch(/resume 20\d{6}-/)
      expect(await rows()).toHaveLength(300)
      const sent = simulator.ledger.batches.length
      expect(sent).toBeGreaterThan(0)
      expect((await rows()).filter((row) => row['Status'] === 'queued')).toHaveLength(300 - sent * 100)

      const resumed = await runCli('resume', ...access)
      expect([0, 1], resumed.errors).toContain(resumed.code)
      expect(simulator.ledger.takenTwice).toEqual([])
      const final = (await rows()).filter(({ Status }) => Status === 'signed in' || Status === 'failed')
      expect(final).toHaveLength(300)
    } finally {
      await simulator.close()
      await removeFolder(directory)
    }
  },
)
