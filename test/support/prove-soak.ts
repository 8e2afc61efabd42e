import { spawn } from 'node:child_process'
import { mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { expect } from 'vitest'
import { readJournal } from '../../src/core/run/journal.ts'
import type { Fault } from '../../src/core/simulator/fault.ts'
import { seededRandom } from '../../src/core/simulator/random.ts'
import { startSimulator } from '../../src/core/simulator/simulator.ts'
import type { PhoneCounts } from '../../src/shared/run/counts.ts'
import { replay } from '../../src/shared/run/reducer.ts'
import { everyFault } from './every-fault.ts'
import { removeFolder } from './remove-folder.ts'

/**
 * So many phones in three regions while a tenth of all calls goes wrong, over HTTP, in a process of its own. It must
 * end right, and hold at the end at most 1.5 times what it held until a third of the phones were through.
 */
export async function proveSoak({ phones, speed }: Soak): Promise<void> {
  const random = seededRandom(11, 'soak')
  const directory = await mkdtemp(join(tmpdir(), 'soak-'))
  let calls = 0
  let faulty = 0
  let nextFaulty = 0
  const simulator = await startSimulator({
    now: Date.now,
    speed,
    seed: 11,
    faults({ path }) {
      // One of each ten, so that it is a tenth however few calls a busy computer makes.
      if (calls % 10 === 0) nextFaulty = calls + Math.floor(random() * 10)
      if (calls++ !== nextFaulty) return undefined
      faulty++
      const fault = everyFault[Math.floor(random() * everyFault.length)]
      return fault && path.endsWith('/createbatch') && holdsOthers(fault) ? { kind: 'reset' } : fault
    },
  })
  try {
    const lines = await soak([
      ...['--api', simulator.baseUrl, '--token', simulator.token, '--directory', directory],
      ...['--phones', String(phones), '--speed', String(speed)],
    ])
    const ending = lines.at(-1) as Ending
    const samples = lines.slice(0, -1) as readonly Sample[]

    expect(simulator.ledger.takenTwice).toEqual([])
    const taken = new Set(
      simulator.ledger.batches.flatMap(({ phones }) => phones.map((one) => one.hardwareId)),
    )
    const [journal] = (await readdir(directory)).filter((name) => name.endsWith('.jsonl'))
    const state = replay((await readJournal(join(directory, journal ?? ''))).events)
    for (const { hardwareId, status } of state?.phones ?? [])
      expect(taken.has(hardwareId) ? ['signed in', 'failed'] : ['unknown'], hardwareId).toContain(status)
    expect(state?.phones).toHaveLength(phones)
    expect(ending.counts).toMatchObject({ queued: 0, submitting: 0, 'signing in': 0 })
    expect(ending.watching.kind).toBe(ending.counts.unknown === 0 ? 'finished' : 'stopped')

    const first = Math.max(...samples.filter(({ through }) => through <= phones / 3).map(({ held }) => held))
    const last = samples.at(-1)
    if (!last) throw new Error('Nothing was measured')
    expect(first).toBeGreaterThan(0)
    const ratio = last.held / first
    console.log(
      JSON.stringify({
        ...{ calls, faulty, seconds: last.seconds, ...ending.counts, events: ending.events },
        ...{ firstMegabytes: megabytes(first), lastMegabytes: megabytes(last.held), ratio },
      }),
    )
    expect(last.through).toBeGreaterThan((2 / 3) * phones)
    expect(faulty / calls).toBeGreaterThan(0.09)
    expect(ratio).toBeLessThanOrEqual(1.5)
  } finally {
    await simulator.close()
    await removeFolder(directory)
  }
}

/**
 * An answer that nobody recognises, about a batch that the service does not have, holds back all that is queued by then.
 * How much that is depends on how busy the computer is; `proveFaults` has operators who decide about it.
 */
const holdsOthers = (fault: Fault): boolean =>
  fault.kind === 'html' || (fault.kind === 'proxy' && !fault.done)

type Soak = { readonly phones: number; readonly speed: number }
type Sample = { readonly seconds: number; readonly through: number; readonly held: number }
type Ending = {
  readonly watching: { readonly kind: string }
  readonly counts: PhoneCounts
  readonly events: number
}

const megabytes = (bytes: number): number => Math.round(bytes / 2 ** 20)

async function soak(options: readonly string[]): Promise<readonly (Sample | Ending)[]> {
  const child = spawn(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, 'soak-process.ts'), ...options],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve))
  expect(code, said.slice(-2000)).toBe(0)
  return said
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}
