import { randomBytes } from 'node:crypto'
import { access, constants } from 'node:fs/promises'
import process from 'node:process'
import { loggingKinds, type ModuleFacts } from '../../shared/powershell/module-facts.ts'
import type { Obstacle } from '../../shared/powershell/trouble.ts'
import { fail, type Result, succeed } from '../../shared/result.ts'
import type { Clock } from '../clock/clock.ts'
import { type Bridge, startBridge } from './bridge.ts'
import { argumentsFor, environmentFor, type Host, hostAt, placesOfHosts } from './hosts.ts'
import { type Hello, helloAnswer, loadAnswer } from './messages.ts'
import { openWorkFolder, sweepWorkFolders } from './work-folder.ts'

/** A PowerShell with the module loaded, and nobody signed in. */
export type LoadedModule = {
  readonly bridge: Bridge
  readonly host: Host
  readonly hello: Hello
  readonly version: string
  /** The module says that it is a stand-in, so it gets no token of Microsoft's. */
  readonly simulated: boolean
  /** The folder with the files that the bridge is to read. */
  readonly folder: string
  end(): Promise<void>
}

/** The facts about it that others may see. */
export const factsOf = ({
  host: { edition },
  hello: { version, logging },
  version: module,
}: LoadedModule): ModuleFacts => ({
  ...{ edition, version, module },
  logging: loggingKinds.filter((kind) => logging[kind]),
})

export type ModuleOptions = {
  /** resources/powershell/bridge.ps1, as it lies on the disk. */
  readonly script: string
  /** A PowerShell named by its path, instead of those in their usual places. */
  readonly program?: string | undefined
  /** The version to load, instead of the highest. */
  readonly version?: string | undefined
  /** 6.0.0 with our tokens, 5.6.0 with the module's own sign-in (Microsoft, Teams PowerShell release notes). */
  readonly leastVersion: string
  readonly clock: Clock
  readonly chatter: (line: string) => void
  readonly environment?: NodeJS.ProcessEnv
}

/** The first PowerShell that can load the module. If none can, the obstacle of the one that came nearest. */
export async function loadModule(options: ModuleOptions): Promise<Result<LoadedModule, Obstacle>> {
  const { program, environment = process.env } = options
  const places = program === undefined ? placesOfHosts(process.platform, environment) : [hostAt(program)]
  await sweepWorkFolders()
  let obstacle: Obstacle = { code: 'no-host' }
  for (const host of places) {
    if (program === undefined && !(await isThere(host.program))) continue
    const loaded = await loadIn(host, options)
    if (loaded.ok) return loaded
    // A PowerShell without the module came nearer than one that does not start.
    if (obstacle.code === 'no-host' || /module|version/.test(loaded.failure.code)) obstacle = loaded.failure
  }
  return fail(obstacle)
}

const isThere = (file: string): Promise<boolean> =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  )

async function loadIn(host: Host, options: ModuleOptions): Promise<Result<LoadedModule, Obstacle>> {
  const { script, clock, environment = process.env } = options
  const folder = await openWorkFolder()
  const lines: string[] = []
  const chatter = (line: string): void => {
    if (lines.length < 20) lines.push(line)
    options.chatter(line)
  }
  const begun = {
    ...{ program: host.program, args: argumentsFor(script), folder: folder.path },
    environment: environmentFor(host, environment),
  }
  const nonce = randomBytes(16).toString('hex')
  const bridge = await startBridge(begun, { clock, nonce, chatter })
  const end = async (): Promise<void> => {
    if (!(bridge instanceof Error)) await bridge.end()
    await folder.remove()
  }
  const loaded =
    bridge instanceof Error
      ? fail<Obstacle>({ code: 'not-started', program: host.program, said: bridge.code ?? bridge.message })
      : await greet(bridge, host, options, () => lines.join('\n'))
  if (!loaded.ok) await end()
  return loaded.ok ? succeed({ ...loaded.value, folder: folder.path, end }) : loaded
}

async function greet(
  bridge: Bridge,
  host: Host,
  { leastVersion, version: wanted }: ModuleOptions,
  said: () => string,
): Promise<Result<Omit<LoadedModule, 'folder' | 'end'>, Obstacle>> {
  const { program, edition } = host
  const greeted = await bridge.ask({ op: 'hello' }, { limitMs: helloMs })
  const hello =
    greeted.kind === 'answered' && greeted.answer.ok
      ? helloAnswer.safeParse(greeted.answer.value).data
      : undefined
  if (!hello) return fail(whyNoHello(program, said()))
  // The module itself requires these versions since 6.3.0.
  if (isOlder(hello.version, edition === 'core' ? '7.2' : '5.1'))
    return fail({ code: 'old-host', program, version: hello.version })
  const found = hello.modules.toSorted((a, b) => (isOlder(a, b) ? 1 : -1))
  const version = wanted === undefined ? found[0] : found.find((one) => one === wanted)
  if (version === undefined)
    return fail(
      wanted === undefined || found.length === 0
        ? { code: 'no-module', program, edition }
        : { code: 'no-such-version', wanted, found },
    )
  if (isOlder(version, leastVersion))
    return fail({ code: 'old-module', version, least: leastVersion, edition })
  const asked = await bridge.ask({ op: 'load', version }, { limitMs: connectMs })
  const load =
    asked.kind === 'answered' && asked.answer.ok ? loadAnswer.safeParse(asked.answer.value).data : undefined
  if (!load || load.missing.length > 0) {
    const fault = asked.kind === 'answered' && !asked.answer.ok ? asked.answer.error.message : undefined
    const policy = policyIn(hello)
    return fail({
      ...{ code: 'not-loaded', version, said: fault ?? load?.missing.join(', ') ?? said() },
      ...(policy !== undefined && { policy }),
    })
  }
  return succeed({ bridge, host, hello, version: load.version, simulated: load.simulated })
}

/**
 * The execution policy that group policy sets. Only group policy overrules how the bridge is started. The computer's
 * counts before the user's.
 */
const policyIn = ({ policies }: Hello): string | undefined =>
  [policies['MachinePolicy'], policies['UserPolicy']].find(
    (policy) => policy !== undefined && policy !== 'Undefined',
  )

function whyNoHello(program: string, said: string): Obstacle {
  const mode = /SipGatewayBridge language mode (\w+)/.exec(said)?.[1]
  if (mode !== undefined) return { code: 'constrained', program, mode }
  // The message is localised, but keeps these two names.
  if (/PSSecurityException|UnauthorizedAccess/.test(said)) return { code: 'script-blocked', program }
  return { code: 'silent', program }
}

/** Compares number by number. The part after a dash (`-preview`) does not count. */
function isOlder(version: string, than: string): boolean {
  const parts = (text: string): readonly number[] => text.split('-', 1)[0]?.split('.').map(Number) ?? []
  const [one, other] = [parts(version), parts(than)]
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** In ms. Virus scanners check each file of a module. */
const helloMs = 60_000
const connectMs = 180_000
