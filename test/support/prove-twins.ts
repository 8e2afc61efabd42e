import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { journalFile } from '../../src/core/run/run-files.ts'
import type { Simulator } from '../../src/core/simulator/simulator.ts'
import type { CliOutcome, RunningCli } from './run-cli.ts'
import { eventsOf, runStarted } from './run-samples.ts'
import type { ServiceTime } from './service-clock.ts'
import { atTerminals, type NumberedPhone, phonesFrom } from './terminals.ts'

const speed = 2000
const size = 60

/**
 * Has several processes of one data folder submit the same phones at the same moment, that many times, in two ways:
 * they start the same list, and they resume runs that both have yet to submit these phones, as an earlier version left
 * them. Counts at the service how many batches each phone is in.
 */
export async function proveTwins(rounds: number): Promise<void> {
  const totals = { starts: 0, resumed: 0, phones: 0 }
  for (let round = 1; round <= rounds; round++) {
    await startTogether(`starts, round ${round}`)
    await resumeTogether(`resumed, round ${round}`)
    totals.starts += 2
    totals.resumed += 2
    totals.phones += 2 * size
  }
  console.log(JSON.stringify(totals))
}

const startTogether = (hint: string): Promise<void> =>
  atTerminals({ speed }, async ({ time, list, start, accepted }) => {
    const phones = phonesFrom(0, size)
    const command = ['run', await list('phones.csv', phones), '--region', 'NOAM', '--yes']
    await time.hold()
    const twins = await Promise.all([start('here', ...command), start('here', ...command)])
    const [one, other] = await endOf(twins, time)
    const said = `${hint}: ${one?.errors}\n${other?.errors}`
    expect(
      phones.map(({ hardwareId }) => accepted().get(hardwareId)),
      said,
    ).toEqual(phones.map(() => 1))
    expect(
      [one?.code, other?.code].filter((code) => code === 4),
      said,
    ).toHaveLength(1)
    expect(said).toMatch(/Other runs have all 60 phones|run \d+-\d+-\w+ has taken 60 phones/)
  })()

const resumeTogether = (hint: string): Promise<void> =>
  atTerminals({ speed }, async (terminals) => {
    const { time, folder, start, runs, accepted, simulator } = terminals
    const phones = phonesFrom(0, size)
    const [first, second] = ['20260302-090000-aaaaaa', '20260302-090100-bbbbbb'] as const
    for (const runId of [first, second])
      await leaveRun(join(folder('here'), 'runs'), runId, phones, simulator)

    await time.hold()
    const twins = await Promise.all([first, second].map((runId) => start('here', 'resume', runId, '--yes')))
    const [one, other] = await endOf(twins, time)
    const said = `${hint}: ${one?.errors}\n${other?.errors}`
    expect(
      phones.map(({ hardwareId }) => accepted().get(hardwareId)),
      said,
    ).toEqual(phones.map(() => 1))
    const counts = (await runs('here')).map(({ phones: stand }) => stand['not sent'])
    expect(
      counts.toSorted((a, b) => a - b),
      said,
    ).toEqual([0, size])
  })()

/** Lets the service go on once each of them has submitted its phones or left them, however late it came to that. */
async function endOf(twins: readonly RunningCli[], time: ServiceTime): Promise<readonly CliOutcome[]> {
  await Promise.all(twins.map(({ said, done }) => Promise.race([done, said('submitted as')])))
  await time.goOn()
  return Promise.all(twins.map(({ done }) => done))
}

/** A run that was stopped before it submitted anything. */
async function leaveRun(
  directory: string,
  runId: string,
  phones: readonly NumberedPhone[],
  { tenant }: Pick<Simulator, 'tenant'>,
): Promise<void> {
  const started = runStarted({
    phones: phones.map((phone, index) => ({ ...phone, row: index + 2, region: 'NOAM' })),
    batches: [{ region: 'NOAM', phones: [...phones.keys()] }],
    leftOut: [],
  })
  const events = eventsOf({ ...started, runId, tenant } as typeof started, {
    type: 'WatchStopped',
    reason: 'closing',
  })
  await mkdir(directory, { recursive: true })
  await writeFile(journalFile(directory, runId), events.map((event) => `${JSON.stringify(event)}\n`).join(''))
}
