import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { RequestedPhone } from '../../src/core/simulator/batches.ts'
import type { Fault } from '../../src/core/simulator/fault.ts'
import { type Simulator, startSimulator } from '../../src/core/simulator/simulator.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { commandHere } from '../support/command-here.ts'
import { describeWith, here } from '../support/here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { type CliOutcome, type RunningCli, runCli, startCliAtTerminal } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'

const speed = 3000

/** A terminal at which a run has ended with unconfirmed submissions, and the service as it took or did not take them. */
type UnconfirmedTerminal = {
  readonly simulator: Simulator
  readonly directory: string
  readonly runId: string
  /** How the run ended. */
  readonly ended: CliOutcome
  settle(...args: readonly string[]): Promise<CliOutcome>
  /** The same by the program, as its users start it. */
  settleByProgram(...args: readonly string[]): Promise<CliOutcome>
  settleAtTerminal(...args: readonly string[]): RunningCli
  cli(command: string, ...args: readonly string[]): Promise<CliOutcome>
  journal(): Promise<string>
  /** From now on the batch history cannot be read. */
  loseHistory(): void
}

type Unconfirmed = {
  /** What becomes of the first submissions. */
  readonly fault: Fault
  readonly lost?: number
  readonly list?: 'phones-100.csv' | 'phones-300.csv'
  /** Somebody else submits the same phones at the same moment, so that the evidence alone does not decide. */
  readonly elsewhere?: true
}

const atUnconfirmedTerminal =
  (
    { fault, lost = 1, list = 'phones-100.csv', elsewhere }: Unconfirmed,
    work: (terminal: UnconfirmedTerminal) => Promise<void>,
  ) =>
  async (): Promise<void> => {
    let isHistoryLost = false
    const phones = await phonesOf(list)
    const simulator: Simulator = await startSimulator({
      now: Date.now,
      speed,
      seed: 3,
      faults({ path, nth }) {
        const isCreate = path.endsWith('/createbatch')
        if (isCreate && nth === 1 && elsewhere) simulator.startElsewhere('NOAM', phones)
        if (isCreate && nth <= lost) return fault
        return isHistoryLost && path.endsWith('/batchsummaries') ? { kind: 'error', status: 503 } : undefined
      },
    })
    const directory = await mkdtemp(join(tmpdir(), 'cli-settle-'))
    const dataDirectory = join(directory, 'data')
    const token = join(directory, 'token')
    await writeFile(token, simulator.token)
    const access = [
      ...['--api', simulator.baseUrl, '--token-file', token],
      ...['--speed', String(speed), '--data-dir', dataDirectory],
    ]
    const cli = (command: string, ...args: readonly string[]) => commandHere(command, ...args, ...access)
    try {
      const ended = await cli('run', sample(list), '--region', 'NOAM', '--yes')
      const [file = ''] = await readdir(join(dataDirectory, 'runs'))
      await work({
        simulator,
        directory,
        runId: file.replace('.jsonl', ''),
        ended,
        settle: (...args) => cli('settle', ...args),
        settleByProgram: (...args) => runCli('settle', ...args, ...access),
        settleAtTerminal: (...args) => startCliAtTerminal({}, 'settle', ...args, ...access),
        cli,
        journal: () => readFile(join(dataDirectory, 'runs', file), 'utf8'),
        loseHistory: () => {
          isHistoryLost = true
        },
      })
    } finally {
      await simulator.close()
      await removeFolder(directory)
    }
  }

async function phonesOf(list: string): Promise<readonly RequestedPhone[]> {
  const { data } = Papa.parse<Record<string, string>>(await readFile(sample(list), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  })
  return data.map((row) => ({ userName: row['Username'] ?? '', hardwareId: row['HardwareId'] ?? '' }))
}

const eventsIn = (out: string): readonly RunEvent[] =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

const takenByService: Unconfirmed = { fault: { kind: 'lost-answer' }, elsewhere: true }
const neverTaken: Unconfirmed = { fault: { kind: 'reset' } }

describe('without a decision', () => {
  test(
    'the end of the run names the command, and that prints the evidence and the commands that decide',
    atUnconfirmedTerminal(takenByService, async ({ runId, ended, settle, simulator, journal }) => {
      expect(ended.code).toBe(4)
      expect(ended.errors).toContain(`settle ${runId}, with the same access options`)
      const before = await journal()
      const { code, out } = await settle()
      expect(code).toBe(4)
      const [batch] = simulator.ledger.batches
      expect(out).toContain('Batch 1 of 1 (NOAM)')
      expect(out).toMatch(/100 phones of NOAM, submitted on \d+ \w+ 20\d\d, [\d:]+; no answer came\./)
      expect(out).toContain('broke before an answer came')
      expect(out).toContain('2 batches in the batch history may be this one')
      expect(out).toContain('exactly these 100 phones')
      expect(out).toContain(`settle ${runId} --batch 1 --adopt ${batch?.batchId}`)
      expect(out).toContain(`settle ${runId} --batch 1 --submit-again`)
      expect(out).toContain(`settle ${runId} --batch 1 --leave`)
      expect(await journal()).toBe(before)
    }),
  )

  test(
    'a record without the batch is told with how sure that is',
    atUnconfirmedTerminal(neverTaken, async ({ settle }) => {
      const { code, out } = await settle()
      expect(code).toBe(4)
      expect(out).toContain('No batch in the batch history could be this one')
      expect(out).toContain("isn't proof")
      expect(out).not.toContain('--adopt')
    }),
  )

  test(
    '--json prints one object for programs',
    atUnconfirmedTerminal(takenByService, async ({ runId, settleByProgram, simulator }) => {
      const { code, out } = await settleByProgram('--json')
      expect(code).toBe(4)
      const [batch] = simulator.ledger.batches
      const { inDoubt, ...run } = JSON.parse(out)
      expect(run).toEqual({
        runId,
        listName: 'phones-100.csv',
        tenant: expect.objectContaining({ id: simulator.tenant.id }),
      })
      const candidate = (batchId: unknown) => ({
        batchId,
        requestTime: expect.any(String),
        // Who has a token file is not known.
        userId: expect.any(String),
        batchStatus: expect.any(String),
        size: 100,
        matching: 100,
        isExact: true,
        isEarlier: false,
      })
      const [{ evidence, choices, ...unconfirmed }] = inDoubt
      expect(inDoubt).toHaveLength(1)
      expect(unconfirmed).toEqual({
        number: 1,
        region: 'NOAM',
        phones: 100,
        submittedAt: expect.stringMatching(/^20\d\d-.*Z$/),
        failure: expect.objectContaining({ kind: 'unreachable', sent: 'maybe' }),
      })
      expect(evidence.candidates).toHaveLength(2)
      expect(evidence.candidates).toContainEqual(candidate(batch?.batchId))
      expect(choices).toContainEqual({ kind: 'adopt', batchId: batch?.batchId })
      expect(choices.slice(2)).toEqual([{ kind: 'submit-again' }, { kind: 'leave' }])
    }),
  )
})

describe('a decision', () => {
  test(
    'to adopt watches that batch and sends nothing',
    atUnconfirmedTerminal(takenByService, async ({ settleByProgram, simulator, directory }) => {
      const [batch] = simulator.ledger.batches
      const file = join(directory, 'results.csv')
      const decision = ['--adopt', batch?.batchId.toUpperCase() ?? '']
      const settled = await settleByProgram(...decision, '--json', '--export', file)
      expect([0, 1], settled.errors).toContain(settled.code)
      expect(eventsIn(settled.out).find(({ type }) => type === 'BatchAdopted')).toMatchObject({
        batch: 0,
        batchId: batch?.batchId,
        by: 'operator',
      })
      expect(simulator.ledger.calls.createbatch).toBe(1)
      expect(await readFile(file, 'utf8')).not.toContain('unknown')
    }),
  )

  test(
    'to submit again hands the phones over a second time, and nothing else has done so before',
    atUnconfirmedTerminal(takenByService, async ({ runId, settle, cli, simulator }) => {
      await settle()
      await cli('resume', runId)
      expect(simulator.ledger.takenTwice).toEqual([])
      const settled = await settle(runId, '--submit-again', '--yes')
      expect([0, 1], settled.errors).toContain(settled.code)
      expect(settled.errors).toContain('to be submitted again, as the operator decided')
      expect(simulator.ledger.batches).toHaveLength(2)
      expect(simulator.ledger.takenTwice).toHaveLength(100)
    }),
  )

  test(
    'to submit again sends nothing where the batch history shows exactly this batch by now, and says how to watch it',
    atUnconfirmedTerminal(neverTaken, async ({ runId, settle, cli, simulator, journal }) => {
      expect((await settle()).out).toContain(`settle ${runId} --batch 1 --submit-again`)
      // As the batch history does that is some minutes late.
      const batchId = simulator.startElsewhere('NOAM', await phonesOf('phones-100.csv'))
      const before = await journal()
      const { code, errors } = await settle(runId, '--batch', '1', '--submit-again', '--yes')
      expect(code).toBe(4)
      expect(errors).toContain(batchId)
      expect(errors).toContain('Nothing was decided')
      expect(await journal()).toBe(before)
      const [{ choices }] = JSON.parse((await settle('--json')).out).inDoubt
      expect(choices).toEqual([{ kind: 'adopt', batchId }, { kind: 'leave' }])
      expect((await settle()).out).not.toContain('--submit-again')

      const resumed = await cli('resume', runId, '--yes')
      expect([0, 1], resumed.errors).toContain(resumed.code)
      expect(simulator.ledger.calls.createbatch).toBe(1)
    }),
  )

  test(
    'to submit again is refused in a script that does not agree to the reset of passwords',
    atUnconfirmedTerminal(neverTaken, async ({ settle, simulator, journal }) => {
      const before = await journal()
      const { code, errors } = await settle('--submit-again')
      expect(code).toBe(4)
      expect(errors).toContain('--yes')
      expect(simulator.ledger.batches).toEqual([])
      expect(await journal()).toBe(before)
    }),
  )

  test(
    'to leave lets the run end with unknown phones',
    atUnconfirmedTerminal(neverTaken, async ({ runId, settle, cli, simulator, journal }) => {
      const settled = await settle('--leave')
      expect(settled.code).toBe(4)
      expect(settled.errors).toContain('100 unknown')
      expect(eventsIn(await journal()).slice(-3)).toMatchObject([
        { type: 'BatchFinished', batch: 0, end: 'operator' },
        { type: 'WatchResumed' },
        { type: 'RunFinished' },
      ])
      expect(simulator.ledger.batches).toEqual([])
      expect(settled.errors).not.toContain(`settle ${runId}`)
      expect(settled.errors).not.toContain(`resume ${runId}`)

      const again = await settle(runId, '--submit-again', '--yes')
      expect(again.code).toBe(4)
      expect(again.errors).toContain('This run has no unconfirmed submission')
      const looked = await settle(runId, '--json')
      expect(looked.code).toBe(4)
      expect(JSON.parse(looked.out)).toMatchObject({ runId, inDoubt: [] })
      expect(await cli('reconcile', runId, '--json')).toEqual(looked)
      expect((await settle()).errors).toContain('No run in')
      expect(simulator.ledger.batches).toEqual([])
    }),
  )

  test(
    'is refused where the evidence does not support it',
    atUnconfirmedTerminal(takenByService, async ({ settle, simulator, journal, loseHistory }) => {
      const before = await journal()
      const wrong = '11111111-2222-4333-8444-555555555555'
      expect(await settle('--adopt', wrong)).toMatchObject({
        code: 4,
        errors: expect.stringContaining(wrong),
      })
      expect(await settle('--batch', '2', '--leave')).toMatchObject({
        code: 4,
        errors: expect.stringContaining("Batch 2 of this run isn't an unconfirmed submission"),
      })
      loseHistory()
      const [batch] = simulator.ledger.batches
      for (const decision of [
        ['--submit-again', '--yes'],
        ['--adopt', batch?.batchId ?? ''],
      ]) {
        const { code, errors } = await settle(...decision)
        expect(code).toBe(4)
        expect(errors).toContain("The batch history couldn't be read")
        expect(errors).toContain('Nothing was decided')
      }
      const { out } = await settle()
      expect(out).toContain("The batch history couldn't be read")
      expect(out).not.toContain('--submit-again')
      expect(await journal()).toBe(before)
      expect(simulator.ledger.calls.createbatch).toBe(1)
      expect((await settle('--leave')).errors).toContain('100 unknown')
    }),
  )

  test.each([
    ['--leave', '--submit-again'],
    ['--adopt', 'x', '--leave'],
    ['--batch', '0'],
    ['--batch', 'one'],
  ])('is wrong usage with %s %s', async (...args) => {
    expect((await commandHere('settle', ...args, '--data-dir', tmpdir())).code).toBe(64)
  })
})

describe('two unconfirmed submissions', () => {
  const two: Unconfirmed = { fault: { kind: 'reset' }, lost: 2, list: 'phones-300.csv' }
  const numbersIn = (out: string): readonly number[] =>
    JSON.parse(out).inDoubt.map(({ number }: { number: number }) => number)

  test(
    'are decided about one by one, and never by a guess',
    atUnconfirmedTerminal(two, async ({ ended, runId, settle, simulator, journal }) => {
      expect(ended.errors).toContain('received 2 batches')
      const [first = 0, second = 0, ...others] = numbersIn((await settle('--json')).out)
      expect(others).toEqual([])
      const before = await journal()
      const unclear = await settle('--leave')
      expect(unclear).toMatchObject({ code: 4, errors: expect.stringContaining('--batch') })
      expect(await journal()).toBe(before)

      const left = await settle('--batch', `${first}`, '--leave')
      expect(left).toMatchObject({ code: 4, errors: expect.stringContaining(`settle ${runId}`) })
      expect(numbersIn((await settle('--json')).out)).toEqual([second])
      expect(simulator.ledger.batches).toHaveLength(1)

      const again = await settle('--submit-again', '--yes')
      expect(again.code).toBe(4)
      expect(again.errors).toContain('100 ended unknown')
      expect(simulator.ledger.batches).toHaveLength(2)
      expect(simulator.ledger.takenTwice).toEqual([])
    }),
  )

  test(
    'can be decided about together, but one batch in the history is never both',
    atUnconfirmedTerminal(two, async ({ settle, simulator }) => {
      const [first, second] = numbersIn((await settle('--json')).out)
      const both = ['--batch', `${first}`, '--batch', `${second}`]
      expect((await settle(...both, '--adopt', 'x')).code).toBe(64)
      const settled = await settle(...both, '--submit-again', '--yes')
      expect([0, 1], settled.errors).toContain(settled.code)
      expect(simulator.ledger.batches).toHaveLength(3)
      expect(simulator.ledger.takenTwice).toEqual([])
    }),
  )
})

describeWith(here.terminal)('at a terminal', () => {
  test(
    'it asks what to make of the evidence, and before passwords are reset',
    atUnconfirmedTerminal(neverTaken, async ({ settleAtTerminal, simulator, journal }) => {
      const before = await journal()
      const later = settleAtTerminal()
      await later.said('Type a number from 1 to 2')
      later.type('7\r')
      await later.said("That isn't one of the choices")
      later.type('\r')
      expect(await later.done).toMatchObject({ code: 4, out: expect.stringContaining('Nothing was decided') })
      for (const key of ['\u0003', '\u0004']) {
        const left = settleAtTerminal()
        await left.said('Type a number from 1 to 2')
        left.type(key)
        expect(await left.done).toMatchObject({ code: 4, out: expect.stringContaining('Nothing was sent') })
      }

      const refused = settleAtTerminal()
      await refused.said('Type a number from 1 to 2')
      refused.type('1\r')
      await refused.said('reset the passwords of 100 accounts')
      refused.type('no\r')
      expect((await refused.done).code).toBe(4)
      expect(await journal()).toBe(before)
      expect(simulator.ledger.batches).toEqual([])

      const settled = settleAtTerminal()
      await settled.said('Type a number from 1 to 2')
      settled.type('1\r')
      await settled.said('reset the passwords of 100 accounts')
      settled.type('yes\r')
      const { code, out } = await settled.done
      expect([0, 1], out).toContain(code)
      expect(simulator.ledger.batches).toHaveLength(1)
    }),
  )
})
