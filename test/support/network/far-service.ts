import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Cut } from './cuts.ts'
import { withholdConfirmations } from './cuts.ts'
import { type Command, farAddress, type TwoHosts } from './two-hosts.ts'

/** The simulated service on the far host, behind a network that is cut once it has received its first batch. */
export type FarService = {
  readonly baseUrl: string
  readonly token: string
  /** What it has received whole, and what it made of it. */
  counted(): Promise<Counted>
  close(): Promise<void>
}

type Counted = {
  /** Submissions of batches. */
  readonly received: number
  readonly batches: number
  /** Phones that are in more than one batch. */
  readonly takenTwice: number
}

export type FromService = 'ready' | Counted

export type ServiceOrder = {
  readonly port: number
  readonly token: string
  readonly speed: number
  readonly cut: readonly Command[]
}

export async function startFarService(hosts: TwoHosts, cut: Pick<Cut, 'commands'>): Promise<FarService> {
  withholdConfirmations(hosts)
  const order: ServiceOrder = {
    ...{ port: 8080, token: 'far-token', speed: 3000 },
    cut: cut.commands.map(([host, command]) => hosts.there(host, command)),
  }
  const [program, ...args] = hosts.there('far', [
    ...[process.execPath, '--no-warnings', join(import.meta.dirname, 'service-process.ts')],
    JSON.stringify(order),
  ] as never)
  const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const exited = once(child, 'exit')
  const said = async (): Promise<FromService> => {
    const [message] = await once(child, 'message')
    return message as FromService
  }
  await Promise.race([
    said(),
    exited.then(([code]) => {
      throw new Error(`The service on the far host ended with ${code}`)
    }),
  ])
  return {
    baseUrl: `http://${farAddress}:${order.port}`,
    token: order.token,
    async counted() {
      const told = said()
      child.send('count')
      return (await told) as Counted
    },
    async close() {
      child.disconnect()
      await exited
    },
  }
}
