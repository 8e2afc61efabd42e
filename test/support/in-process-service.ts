import type { Clock } from '../../src/core/clock/clock.ts'
import type { Fetch } from '../../src/core/network/fetch.ts'
import { createAccounts } from '../../src/core/simulator/accounts.ts'
import {
  type Batches,
  type CourseOf,
  createBatches,
  type SimulatedBatch,
} from '../../src/core/simulator/batches.ts'
import { createDevices } from '../../src/core/simulator/devices.ts'
import type { Fault } from '../../src/core/simulator/fault.ts'
import { type FaultyAnswer, faultyAnswer } from '../../src/core/simulator/faulty-answer.ts'
import { simulatedOperatorId, simulatedTenant } from '../../src/core/simulator/identity.ts'
import { createLedger, type Ledger } from '../../src/core/simulator/ledger.ts'
import { createOutcomes } from '../../src/core/simulator/outcomes.ts'
import type { Reply } from '../../src/core/simulator/reply.ts'
import { answerRequest } from '../../src/core/simulator/service.ts'
import { createTokens, type Tokens } from '../../src/core/simulator/tokens.ts'

export const inProcessAddress = 'http://127.0.0.1:1'

export type InProcessService = {
  readonly fetch: Fetch
  readonly ledger: Ledger
  readonly tokens: Tokens
  readonly batches: Batches
}

/**
 * The simulator without its socket, so that it lives in virtual time: the real client on one side, the real
 * service logic on the other, and between them a wire with a latency and faults. What each fault does to a
 * call is that of the HTTP simulator.
 */
export function inProcessService(options: {
  readonly clock: Clock
  readonly seed: number
  readonly failureShare: number
  readonly tokenLifetimeMs?: number
  readonly latency: () => number
  readonly faultOf: (path: string) => Fault | 'refused' | undefined
  /** Whether batchstatus does not find a batch that batchsummaries lists. */
  readonly isHidden?: (batch: SimulatedBatch) => boolean
  /** What becomes of a phone in a batch of so many, instead of what the simulator decides. */
  readonly courseOf?: CourseOf
}): InProcessService {
  const { clock, seed, failureShare, tokenLifetimeMs, latency, faultOf } = options
  const { isHidden = () => false, courseOf = createOutcomes(seed, failureShare) } = options
  const ledger = createLedger()
  const batches = createBatches({ now: clock.now, speed: 1, courseOf })
  const shown: Batches = {
    ...batches,
    find(batchId) {
      const batch = batches.find(batchId)
      return batch && !isHidden(batch) ? batch : undefined
    },
  }
  const devices = createDevices({ seed, now: clock.now, batches, problemOf: () => undefined })
  const tokens = createTokens({ first: undefined, lifetimeMs: tokenLifetimeMs, now: clock.now })

  return {
    ledger: ledger.ledger,
    tokens,
    batches,
    async fetch(address, init) {
      const { pathname: path, searchParams: query } = new URL(address)
      const fault = faultOf(path)
      if (fault === 'refused') throw connection('ECONNREFUSED', 'connect')
      await clock.sleep(latency())
      const answer = (): Reply =>
        answerRequest(
          {
            ...{ accounts: createAccounts(1, 0), batches: shown, devices, ledger, tokens },
            ...{ tenant: simulatedTenant, operatorId: simulatedOperatorId },
          },
          {
            method: init.method ?? 'GET',
            path,
            query,
            headers: lowerCased(init.headers as Record<string, string>),
            body: String(init.body ?? ''),
          },
        )
      // The service acts at once; what comes back of it is seen when the answer arrives.
      const back: FaultyAnswer = fault ? faultyAnswer(fault, answer) : { kind: 'reply', reply: answer() }
      await clock.sleep(latency() + (back.kind === 'reply' ? (back.afterMs ?? 0) : 0))
      return responseOf(back)
    },
  }
}

function responseOf(back: FaultyAnswer): Response {
  switch (back.kind) {
    case 'reply':
      return new Response(JSON.stringify(back.reply.body), back.reply)
    case 'text':
      return new Response(back.text, { status: back.status, headers: { 'Content-Type': back.type } })
    case 'half': {
      const whole = JSON.stringify(back.reply.body)
      return new Response(whole.slice(0, whole.length / 2))
    }
    case 'nothing':
      throw connection('ECONNRESET', 'read')
  }
}

const connection = (code: string, syscall: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code, syscall }) })

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
