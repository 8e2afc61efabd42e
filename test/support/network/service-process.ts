/**
 * The simulated service as a process of its own, so that it can stand on another host. It takes the first batch, cuts
 * the network, and only then answers.
 */
import { execFileSync } from 'node:child_process'
import { startSimulator } from '../../../src/core/simulator/simulator.ts'
import type { FromService, ServiceOrder } from './far-service.ts'

const order = JSON.parse(process.argv[2] ?? '') as ServiceOrder
const tell = (message: FromService): void => void process.send?.(message)

let received = 0
const { ledger } = await startSimulator({
  ...{ now: Date.now, speed: order.speed, seed: 3, port: order.port, token: order.token },
  faults({ path }) {
    if (!path.endsWith('/createbatch')) return undefined
    received++
    if (received === 1) for (const [program, ...args] of order.cut) execFileSync(program, args)
    return undefined
  },
})
process.on('message', () =>
  tell({ received, batches: ledger.batches.length, takenTwice: ledger.takenTwice.length }),
)
process.once('disconnect', () => process.exit())
tell('ready')
