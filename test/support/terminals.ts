import { copyFile, cp, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/core/simulator/simulator.ts'
import type { PastRun } from '../../src/shared/run/past-run.ts'
import { commandHere } from './command-here.ts'
import { removeFolder } from './remove-folder.ts'
import { type CliOutcome, type RunningCli, startCli } from './run-cli.ts'
import { hardwareIdOf } from './run-samples.ts'
import { type ServiceTime, serviceClock } from './service-clock.ts'
import { accessTo } from './terminal-access.ts'

export type NumberedPhone = { readonly username: string; readonly hardwareId: string }

export const phonesFrom = (first: number, size: number): readonly NumberedPhone[] =>
  Array.from({ length: size }, (_, index) => ({
    username: `phone${first + index}@contoso.com`,
    hardwareId: hardwareIdOf(first + index),
  }))

/** Terminals of one or more computers, each with a data folder of its own, and one service that outlives them all. */
export type Terminals = {
  readonly simulator: Simulator
  readonly time: ServiceTime
  /** A data folder, by name. */
  folder(name: string): string
  /** Writes a phone list; answers its path. */
  list(name: string, phones: readonly NumberedPhone[]): Promise<string>
  /** Does a command with access to the service, in this data folder. */
  cli(folder: string, ...args: readonly string[]): Promise<CliOutcome>
  /** Starts the program for it. */
  start(folder: string, ...args: readonly string[]): Promise<RunningCli>
  /** The runs of a data folder, as `runs --json` tells them. */
  runs(folder: string): Promise<readonly ListedRun[]>
  /** The whole data folder as it is now, under another name. */
  copy(from: string, to: string): Promise<void>
  /** Keeps a journal as it is now; the function returned puts it back. */
  backUp(folder: string, runId: string): Promise<() => Promise<void>>
  /** How many accepted batches each phone is in, by hardware ID. */
  accepted(): ReadonlyMap<string, number>
}

type ListedRun = Pick<PastRun, 'runId' | 'watching' | 'toSubmit' | 'batches'> & {
  readonly phones: PastRun['counts']
}

/** `speed`: of the service and of the terminals. */
export const atTerminals =
  (
    {
      speed,
      ...service
    }: { readonly speed: number } & Pick<SimulatorOptions, 'faults' | 'failureShare' | 'failFor'>,
    work: (terminals: Terminals) => Promise<void>,
  ) =>
  async (): Promise<void> => {
    const home = await mkdtemp(join(tmpdir(), 'terminals-'))
    const { now, ...time } = serviceClock(speed)
    const simulator = await startSimulator({ now, speed, seed: 11, ...service })
    const folder = (name: string): string => join(home, name)
    const withAccess = async (name: string, args: readonly string[]): Promise<readonly string[]> => [
      ...args,
      ...(await accessTo(simulator, folder(name))),
      ...['--speed', String(speed)],
    ]
    try {
      await work({
        simulator,
        time,
        folder,
        async list(name, phones) {
          const file = join(home, name)
          const lines = phones.map(({ username, hardwareId }) => `${username},${hardwareId}`)
          await writeFile(file, ['Username,HardwareId', ...lines, ''].join('\r\n'))
          return file
        },
        cli: async (name, ...args) => commandHere(...(await withAccess(name, args))),
        start: async (name, ...args) => startCli(...(await withAccess(name, args))),
        runs: async (name) =>
          JSON.parse(
            (await commandHere('runs', '--json', '--data-dir', folder(name))).out,
          ) as readonly ListedRun[],
        copy: (from, to) => cp(folder(from), folder(to), { recursive: true }),
        async backUp(name, runId) {
          const journal = join(folder(name), 'runs', `${runId}.jsonl`)
          const backup = join(home, `${runId}.backup`)
          await copyFile(journal, backup)
          return () => copyFile(backup, journal)
        },
        accepted() {
          const times = new Map<string, number>()
          for (const { phones } of simulator.ledger.batches)
            for (const { hardwareId } of phones) times.set(hardwareId, (times.get(hardwareId) ?? 0) + 1)
          return times
        },
      })
    } finally {
      await simulator.close()
      await removeFolder(home)
    }
  }
