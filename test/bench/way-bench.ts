import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { systemClock } from '../../src/core/clock/clock.ts'
import { createGateway } from '../../src/core/gateway/client.ts'
import type { Gateway } from '../../src/core/gateway/gateway.ts'
import { createPowerShellWay } from '../../src/core/powershell/way.ts'
import { type Simulator, startSimulator } from '../../src/core/simulator/simulator.ts'
import { succeed } from '../../src/shared/result.ts'
import { chosenPowerShell, whyNoPowerShell } from '../support/powershell.ts'
import { removeFolder } from '../support/remove-folder.ts'
import { commandLine } from '../support/run-cli.ts'
import { sample } from '../support/sample.ts'
import { bridgeScript, withTeamsModule } from '../support/teams-module.ts'
import { accessTo } from '../support/terminal-access.ts'
import type { Figure } from './figure.ts'
import { median } from './median.ts'

const ways = ['direct', 'powershell'] as const
type Way = (typeof ways)[number]

/** Slow enough that a cmdlet's own time changes little of how often a batch is looked at. */
const speed = 5
const turns = 5

/**
 * What each way to the service takes, on Linux with PowerShell and a stand-in of Microsoft's module, which reads few files:
 * until the first answer, and of a whole run of 300 phones at the terminal. How long Microsoft's own module takes to load,
 * how much memory it holds, and how long the service needs, nobody has measured.
 */
export async function benchWays(): Promise<readonly Figure[]> {
  const why = process.platform === 'linux' ? whyNoPowerShell() : 'processes are measured on Linux alone'
  if (why !== undefined) {
    console.error(`Left out: the ways to the service, because ${why}.`)
    return []
  }
  const figures: Figure[] = []
  for (const way of ways) figures.push(...(await firstAnswers(way)), ...(await wholeRun(way)))
  return figures
}

const figure = (way: Way, name: string, value: number, unit: string): Figure => ({
  ...{ name: `way ${way}: ${name}`, value: Math.round(value * 1000) / 1000, unit },
  limit: null,
})

async function withService<Of>(work: (simulator: Simulator, folder: string) => Promise<Of>): Promise<Of> {
  const folder = await mkdtemp(join(tmpdir(), 'way-bench-'))
  const simulator = await startSimulator({ now: Date.now, speed, seed: 3, failFor: 'device-offline' })
  try {
    return await work(simulator, folder)
  } finally {
    await simulator.close()
    await removeFolder(folder)
  }
}

/** From nothing to the answer for the tenant, and for one more once that is there. */
const firstAnswers = (way: Way): Promise<readonly Figure[]> =>
  withService(async (simulator, folder) => {
    const [first, next]: [number[], number[]] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      const begun = performance.now()
      const { gateway, end } = await open(way, simulator, folder)
      await answered(gateway)
      first.push((performance.now() - begun) / 1000)
      for (let again = 0; again < turns; again++) {
        const asked = performance.now()
        await answered(gateway)
        next.push((performance.now() - asked) / 1000)
      }
      await end()
    }
    const [cold = 0, ...warm] = first
    return [
      figure(way, 'start to first answer, the first time', cold, 's'),
      figure(way, 'start to first answer, again', median(warm), 's'),
      figure(way, 'an answer once it is connected', median(next), 's'),
    ]
  })

async function answered(gateway: Gateway): Promise<void> {
  const answer = await gateway.tenant()
  if (!answer.ok) throw new Error(`The service did not answer: ${JSON.stringify(answer.failure)}`)
}

async function open(way: Way, simulator: Simulator, folder: string) {
  if (way === 'direct') {
    const { baseUrl, token } = simulator
    const tokens = async () => succeed(token)
    return {
      gateway: createGateway({ baseUrl, fetch, userAgent: 'way-bench/1.0', tokens }),
      end: async () => {},
    }
  }
  return createPowerShellWay({
    ...{ script: bridgeScript, program: chosenPowerShell, clock: systemClock },
    environment: await withTeamsModule(simulator, folder),
    signIn: { kind: 'module', method: 'device' },
    chatter: () => undefined,
    trouble: (trouble) => console.error(trouble),
    logging: () => undefined,
  })
}

/** 300 phones in three batches at the terminal, as processes: time, processor, memory, calls. */
const wholeRun = (way: Way): Promise<readonly Figure[]> =>
  withService(async (simulator, folder) => {
    const access =
      way === 'direct'
        ? await accessTo(simulator, folder)
        : ['--via', 'powershell', '--module-sign-in', '--data-dir', join(folder, 'data')]
    const list = ['run', sample('phones-300.csv'), '--region', 'NOAM', '--speed', String(speed), '--yes']
    const took = await measured(await withTeamsModule(simulator, folder), [...list, ...access])
    const { calls } = simulator.ledger
    const each = (number: number) => number / 3
    return [
      figure(way, 'run of 300 phones, time', took.seconds, 's'),
      figure(way, 'run of 300 phones, processor', took.cpu, 's'),
      figure(way, 'run of 300 phones, memory of the terminal', took.terminal, 'MB'),
      figure(way, 'run of 300 phones, memory of PowerShell', took.children, 'MB'),
      figure(way, 'createbatch calls a batch', each(calls.createbatch), 'calls'),
      figure(way, 'batchstatus calls a batch', each(calls.batchstatus), 'calls'),
      figure(way, 'batchsummaries calls a batch', each(calls.batchsummaries), 'calls'),
    ]
  })

/** The terminal and what it starts, looked at until they end (proc(5)): the peaks of their memory, in MB, and their time. */
async function measured(environment: NodeJS.ProcessEnv, args: readonly string[]) {
  const begun = performance.now()
  const child = spawn(process.execPath, [commandLine, ...args], { env: environment, stdio: 'ignore' })
  const isOver = new AbortController()
  const ended = once(child, 'close').finally(() => isOver.abort())
  const seen = new Map<number, Usage>()
  const pid = child.pid ?? 0
  while (!isOver.signal.aborted) {
    for (const one of [pid, ...(await childrenOf(pid))]) {
      const usage = await usageOf(one)
      if (usage) seen.set(one, usage)
    }
    await wait(20, undefined, { signal: isOver.signal }).catch(() => undefined)
  }
  const [code] = await ended
  if (code !== 0 && code !== 1) throw new Error(`The run ended with ${code}`)
  const children = [...seen].filter(([one]) => one !== pid).map(([, usage]) => usage)
  return {
    seconds: (performance.now() - begun) / 1000,
    cpu: [...seen.values()].reduce((sum, { cpu }) => sum + cpu, 0),
    terminal: seen.get(pid)?.megabytes ?? 0,
    children: children.reduce((sum, { megabytes }) => sum + megabytes, 0),
  }
}

type Usage = { readonly megabytes: number; readonly cpu: number }

/** And theirs: a PowerShell that came as a tool of .NET starts another process for itself. */
async function childrenOf(pid: number): Promise<readonly number[]> {
  const tasks = await readdir(`/proc/${pid}/task`).catch(() => [])
  const said = await Promise.all(
    tasks.map((task) => readFile(`/proc/${pid}/task/${task}/children`, 'utf8').catch(() => '')),
  )
  const children = said.join(' ').split(' ').filter(Boolean).map(Number)
  return [...children, ...(await Promise.all(children.map(childrenOf))).flat()]
}

async function usageOf(pid: number): Promise<Usage | undefined> {
  try {
    const [status, stat] = await Promise.all(
      ['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')),
    )
    const kB = Number(/VmHWM:\s+(\d+)/.exec(status ?? '')?.[1])
    // After the name, which may have blanks in it: the times are the 14th and 15th field, in hundredths.
    const fields = (stat ?? '').slice((stat ?? '').lastIndexOf(')') + 2).split(' ')
    return Number.isNaN(kB)
      ? undefined
      : { megabytes: kB / 1024, cpu: (Number(fields[11]) + Number(fields[12])) / 100 }
  } catch {
    return undefined
  }
}
