import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Simulator, startSimulator } from '../../src/core/simulator/simulator.ts'
import { type Authority, startAuthority } from './authority/authority.ts'
import { trustedCertificate } from './authority/certificate.ts'
import { contoso, type DirectoryUser } from './authority/directory.ts'
import { removeFolder } from './remove-folder.ts'
import { type CliOutcome, type RunningCli, startCliAtTerminal, startCliWith } from './run-cli.ts'
import { sample } from './sample.ts'
import { type ServiceTime, serviceClock } from './service-clock.ts'
import { type StandInKeyring, standInKeyring } from './stand-in-keyring.ts'

/** A person's computer: the command line, a keyring, a data folder; and the world that it talks to. */
export type Workstation = {
  readonly authority: Authority
  readonly simulator: Simulator
  /** Of the simulator. */
  readonly time: ServiceTime
  /** Where everything of this workstation lies. */
  readonly directory: string
  readonly dataDirectory: string
  readonly keyring: StandInKeyring
  /** From now on the service takes no token that it has taken before. */
  refuseOldTokens(): void
  start(...args: readonly string[]): RunningCli
  startWith(changes: NodeJS.ProcessEnv, ...args: readonly string[]): RunningCli
  run(...args: readonly string[]): Promise<CliOutcome>
  atTerminal(...args: readonly string[]): RunningCli
  /** A run of 100 phones in one batch. */
  startPhones(...args: readonly string[]): RunningCli
  startPhonesAtTerminal(...args: readonly string[]): RunningCli
  /** `signin` with these arguments, and the user enters the code. */
  signIn(user: DirectoryUser, ...args: readonly string[]): Promise<CliOutcome>
  /** The output of this workstation's commands so far. */
  said(): Promise<string>
  /** Every file of the data folder, in one text. */
  dataInClear(): Promise<string>
  close(): Promise<void>
}

export type WorkstationOptions = {
  /** A computer without one. */
  readonly keyring?: false
  /** Another service than the simulator. */
  readonly api?: string
  /** Of the simulator, and of the runs that a test starts. */
  readonly speed?: number
  readonly environment?: NodeJS.ProcessEnv
}

/** A test at such a computer, which is cleared away afterwards. */
export const atWorkstation =
  (options: WorkstationOptions, work: (workstation: Workstation) => Promise<void>) =>
  async (): Promise<void> => {
    const workstation = await openWorkstation(options)
    try {
      await work(workstation)
    } finally {
      await workstation.close()
    }
  }

async function openWorkstation(options: WorkstationOptions): Promise<Workstation> {
  const { speed = 3000 } = options
  const directory = await mkdtemp(join(tmpdir(), 'terminal-'))
  const dataDirectory = join(directory, 'data')
  const certificate = await trustedCertificate()
  await writeFile(join(directory, 'certificate.pem'), certificate.cert)
  await mkdir(join(directory, 'empty'))
  const authority = await startAuthority({ certificate })
  const keyring = await standInKeyring(join(directory, 'keyring'))
  const [taken, refused] = [new Set<string>(), new Set<string>()]
  const { now, ...time } = serviceClock(speed)
  const simulator = await startSimulator({
    now,
    speed,
    seed: 3,
    tenant: { ...contoso, name: 'Contoso', simulated: true },
    accepts(token) {
      taken.add(token)
      return authority.secrets.includes(token) && !refused.has(token)
    },
  })
  const environment = {
    NODE_EXTRA_CA_CERTS: join(directory, 'certificate.pem'),
    // Instead of those of this computer, whose hundreds take a while to read at each start.
    SSL_CERT_FILE: join(directory, 'certificate.pem'),
    SSL_CERT_DIR: join(directory, 'empty'),
    PATH: options.keyring === false ? join(directory, 'empty') : keyring.path,
    ...options.environment,
  }
  const standIns = [
    ...['--authority', authority.origin],
    ...['--api', options.api ?? simulator.baseUrl, '--data-dir', dataDirectory],
  ]
  const outcomes: Promise<CliOutcome>[] = []
  const follow = (running: RunningCli): RunningCli => {
    outcomes.push(running.done)
    return running
  }
  const startWith = (changes: NodeJS.ProcessEnv, ...args: readonly string[]): RunningCli =>
    follow(startCliWith({ ...environment, ...changes }, ...args, ...standIns))
  const start = (...args: readonly string[]): RunningCli => startWith({}, ...args)
  const atTerminal = (...args: readonly string[]): RunningCli =>
    follow(startCliAtTerminal(environment, ...args, ...standIns))
  const phones = ['run', sample('phones-100.csv'), '--region', 'NOAM', '--yes', '--speed', String(speed)]
  return {
    authority,
    simulator,
    time,
    directory,
    dataDirectory,
    keyring,
    refuseOldTokens() {
      for (const token of taken) refused.add(token)
    },
    start,
    startWith,
    run: (...args) => start(...args).done,
    atTerminal,
    startPhones: (...args) => start(...phones, ...args),
    startPhonesAtTerminal: (...args) => atTerminal(...phones, ...args),
    async signIn(user, ...args) {
      const running = start('signin', ...args)
      await running.said('enter the code A1B2C3D4')
      authority.answerDeviceCode(user)
      return running.done
    },
    said: async () => (await Promise.all(outcomes)).map(({ out, errors }) => out + errors).join('\n'),
    async dataInClear() {
      const files = await readdir(dataDirectory, { recursive: true, withFileTypes: true })
      const contents = files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1'))
      return (await Promise.all(contents)).join('\n')
    },
    async close() {
      await authority.close()
      await simulator.close()
      await removeFolder(directory)
    },
  }
}
