import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Fault, Faults } from '../../src/core/simulator/fault.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/core/simulator/simulator.ts'
import type { RunEvent } from '../../src/shared/run/events.ts'
import { commandHere } from '../support/command-here.ts'
import { removeFolder } from '../support/remove-folder.ts'
import type { CliOutcome } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'

const speed = 3000

type Terminal = {
  readonly directory: string
  readonly simulator: Simulator
  cli(command: string, ...args: readonly string[]): Promise<CliOutcome>
  events(): Promise<readonly RunEvent[]>
}

/** A terminal, and a service that misbehaves so; of its phones this share fails, each for the same reason. */
const atTerminal =
  (
    options: Pick<SimulatorOptions, 'faults' | 'failureShare' | 'failFor'>,
    work: (terminal: Terminal) => Promise<void>,
  ) =>
  async (): Promise<void> => {
    const simulator = await startSimulator({ now: Date.now, speed, seed: 3, ...options })
    const directory = await mkdtemp(join(tmpdir(), 'cli-held-'))
    const dataDirectory = join(directory, 'data')
    const token = join(directory, 'token')
    await writeFile(token, simulator.token)
    const access = ['--api', simulator.baseUrl, '--token-file', token, '--speed', String(speed)]
    const place = [...access, '--data-dir', dataDirectory]
    try {
      await work({
        simulator,
        directory,
        cli: (command, ...args) => commandHere(command, ...args, ...place),
        async events() {
          const runs = join(dataDirectory, 'runs')
          const [journal = ''] = (await readdir(runs)).filter((name) => name.endsWith('.jsonl'))
          const lines = (await readFile(join(runs, journal), 'utf8')).trimEnd().split('\n')
          return lines.map((line) => JSON.parse(line) as RunEvent)
        },
      })
    } finally {
      await simulator.close()
      await removeFolder(directory)
    }
  }

const list = sample('phones-300.csv')
const run = ['run', list, '--region', 'NOAM', '--yes'] as const

/** The service takes the first batch, a proxy answers so, and the history never shows it. */
const maskedBy =
  (mask: Fault): Faults =>
  ({ path, nth }) => {
    if (path.endsWith('/batchsummaries')) return { kind: 'empty-history' }
    return path.endsWith('/createbatch') && nth === 1 ? mask : undefined
  }

const masks: readonly (readonly [string, Fault])[] = [
  ['a 429 page', { kind: 'proxy', status: 429, says: 'page', done: true }],
  ['a 401 page', { kind: 'proxy', status: 401, says: 'page', done: true }],
  ['401 and nothing else', { kind: 'proxy', status: 401, says: 'nothing', done: true }],
  ['plain text about concurrent batches', { kind: 'proxy', status: 400, says: 'text', done: true }],
  ["somebody else's 409", { kind: 'proxy', status: 409, says: 'json', done: true }],
  ["somebody else's 403", { kind: 'proxy', status: 403, says: 'json', done: true }],
  ['a 503 page', { kind: 'proxy', status: 503, says: 'page', done: true }],
]

describe('a batch that the service took, behind', () => {
  test.each(masks)(
    '%s, is submitted once, called neither failed nor refused, and holds the others back',
    async (_, mask) =>
      atTerminal({ faults: maskedBy(mask) }, async ({ simulator, cli, events }) => {
        const { code, errors } = await cli(...run)
        expect(code).toBe(4)
        expect(errors).toContain('No further batch is submitted')
        expect(errors).toContain("200 phones of this run haven't been submitted yet")
        expect(errors).toContain('settle')
        const resumed = await cli('resume', '--yes')
        expect(resumed.code).toBe(4)
        expect(simulator.ledger.calls.createbatch).toBe(1)
        expect((await events()).filter(({ type }) => type === 'BatchRefused')).toEqual([])
      })(),
  )

  test(
    'a 429 page, is watched once the history shows it, and the others follow',
    atTerminal(
      {
        faults: ({ path, nth }) =>
          path.endsWith('/createbatch') && nth === 1
            ? { kind: 'proxy', status: 429, says: 'page', done: true }
            : undefined,
      },
      async ({ simulator, cli }) => {
        const { code } = await cli(...run)
        expect([0, 1]).toContain(code)
        expect(simulator.ledger.batches).toHaveLength(3)
      },
    ),
  )
})

describe('an answer that only a person can tell for a refusal', () => {
  // The tenant refuses its first two batches in words that nobody has seen.
  const strange: Faults = ({ path, nth }) =>
    path.endsWith('/createbatch') && nth <= 2 ? { kind: 'proxy', status: 403, says: 'json' } : undefined

  test(
    'is asked about once, by settle, and counts for the rest of the run',
    atTerminal({ faults: strange, failureShare: 0 }, async ({ simulator, cli, events }) => {
      expect((await cli(...run)).code).toBe(4)
      const evidence = await cli('settle')
      expect(evidence.code).toBe(4)
      expect(evidence.out).toContain('HTTP 403')
      expect(evidence.out).toContain('--refused')
      const settled = await cli('settle', '--refused', '--yes')
      expect(settled.code).toBe(1)
      expect(simulator.ledger.calls.createbatch).toBe(3)
      expect(simulator.ledger.batches).toHaveLength(1)
      const all = await events()
      expect(all.filter(({ type }) => type === 'RefusalRecognised')).toHaveLength(1)
      expect(
        all.filter((event) => event.type === 'BatchRefused' && event.nextTryAt === undefined),
      ).toHaveLength(2)
      expect(all.at(-1)?.type).toBe('RunFinished')
    }),
  )

  test(
    'is none where the history shows exactly that batch',
    atTerminal(
      {
        faults({ path, nth }) {
          if (path.endsWith('/createbatch') && nth === 1)
            return { kind: 'proxy', status: 403, says: 'json', done: true }
          // Late: not before the run has given up looking, its own two looks before the submission included.
          return path.endsWith('/batchsummaries') && nth <= 6 ? { kind: 'empty-history' } : undefined
        },
      },
      async ({ simulator, cli }) => {
        expect((await cli(...run)).code).toBe(4)
        const settled = await cli('settle', '--refused', '--yes')
        expect(settled.code).toBe(4)
        expect(settled.errors).toContain('Nothing was decided')
        expect(simulator.ledger.calls.createbatch).toBe(1)
      },
    ),
  )

  test(
    'is none of a batch that got no answer',
    atTerminal(
      {
        faults: ({ path, nth }) =>
          path.endsWith('/createbatch') && nth === 1 ? { kind: 'reset' } : undefined,
      },
      async ({ cli }) => {
        expect((await cli(...run)).code).toBe(4)
        const settled = await cli('settle', '--refused', '--yes')
        expect(settled.code).toBe(4)
        expect(settled.errors).toContain('No answer came to batch 1')
      },
    ),
  )
})

describe('phones of a batch that fail alike', () => {
  const listOf600 = async (directory: string): Promise<string> => {
    const rows = Array.from(
      { length: 600 },
      (_, index) => `phone${index}@contoso.com,00-04-F2-00-${hex(index >> 8)}-${hex(index & 255)}`,
    )
    const file = join(directory, 'six-hundred.csv')
    await writeFile(file, ['Username,HardwareId', ...rows].join('\n'))
    return file
  }
  const hex = (byte: number): string => byte.toString(16).padStart(2, '0')
  const alike = { failureShare: 0.8, failFor: 'public-ip-not-trusted' } as const

  test(
    'keep the other passwords from being reset until the operator says so',
    atTerminal(alike, async ({ simulator, directory, cli }) => {
      const held = await cli('run', await listOf600(directory), '--region', 'NOAM', '--yes')
      expect(held.code).toBe(4)
      expect(held.errors).toMatch(/\d+ of 100 phones in batch \d failed for the same reason: .*not trusted/)
      // Those that were submitted before the first of them was over: at most three, for there are no more places.
      const submitted = simulator.ledger.batches.length
      expect(submitted).toBeLessThanOrEqual(3)
      expect(held.errors).toContain(`${600 - 100 * submitted} phones of this run haven't been submitted yet`)
      expect(held.errors).toContain('--keep-going')
      const watched = await cli('resume', '--yes')
      expect(watched.code).toBe(4)
      expect(simulator.ledger.batches).toHaveLength(submitted)
      const wentOn = await cli('resume', '--yes', '--keep-going')
      expect(wentOn.code).toBe(1)
      expect(simulator.ledger.batches).toHaveLength(6)
    }),
  )

  test(
    'do so not where the operator has said beforehand to keep going',
    atTerminal(alike, async ({ simulator, directory, cli }) => {
      const { code } = await cli(
        'run',
        await listOf600(directory),
        '--region',
        'NOAM',
        '--yes',
        '--keep-going',
      )
      expect(code).toBe(1)
      expect(simulator.ledger.batches).toHaveLength(6)
    }),
  )
})
