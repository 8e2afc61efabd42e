import type { Clock } from '../../src/main/clock/clock.ts'
import type { Fetch } from '../../src/main/network/fetch.ts'
import { type Batches, createBatches, type SimulatedBatch } from '../../src/main/simulator/batches.ts'
import type { Fault } from '../../src/main/simulator/fault.ts'
import { simulatedOperatorId, simulatedTenant } from '../../src/main/simulator/identity.ts'
import { createLedger, type Ledger } from '../../src/main/simulator/ledger.ts'
import { endingWith } from '../../src/main/simulator/misbehave.ts'
import { createOutcomes } from '../../src/main/simulator/outcomes.ts'
import { answerRequest, unauthorised } from '../../src/main/simulator/service.ts'
import { createTokens, type Tokens } from '../../src/main/simulator/tokens.ts'

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
}): InProcessService {
  const { clock, seed, failureShare, tokenLifetimeMs, latency, faultOf, isHidden = () => false } = options
  const ledger = createLedger()
  const batches = createBatches({ now: clock.now, speed: 1, courseOf: createOutcomes(seed, failureShare) })
  const shown: Batches = {
    ...batches,
    find(batchId) {
      const batch = batches.find(batchId)
      return batch && !isHidden(batch) ? batch : undefined
    },
  }
  const tokens = createTokens({ first: undefined, lifetimeMs: tokenLifetimeMs, now: clock.now })

  return {
    ledger: ledger.ledger,
    tokens,
    batches,
    async fetch(address, init) {
      const { pathname: path, searchParams: query } = new URL(address)
      const fault = faultOf(path)
      if (fault === 'refused') throw connection('ECONNREFUSED')
      await clock.sleep(latency())
      if (fault?.kind === 'reset') throw connection('ECONNRESET')
      const answer = () =>
        answerRequest(
          { batches: shown, ledger, tokens, tenant: simulatedTenant, operatorId: simulatedOperatorId },
          {
            method: init.method ?? 'GET',
            path,
            query,
            headers: lowerCased(init.headers as Record<string, string>),
            body: String(init.body ?? ''),
          },
        )
      const response = respond(fault, answer)
      await clock.sleep(latency())
      return response()
    },
  }
}

/** The service acts at once; what comes back of it is decided when the answer arrives. */
function respond(fault: Fault | undefined, answer: () => ReturnType<typeof answerRequest>): () => Response {
  const retryAfter = (seconds: number | undefined) =>
    seconds === undefined ? {} : { 'Retry-After': String(seconds) }
  switch (fault?.kind) {
    case undefined:
    case 'delay':
    case 'reset': {
      const { status, headers, body } = answer()
      return () => json(status, body, headers)
    }
    case 'throttled':
      return () =>
        json(
          429,
          { errorCode: 'TooManyRequests', message: 'Slow down.' },
          retryAfter(fault.retryAfterSeconds),
        )
    case 'error':
      if (fault.done) answer()
      return () =>
        json(fault.status, { errorCode: 'Error', message: 'Failed.' }, retryAfter(fault.retryAfterSeconds))
    case 'lost-answer':
      answer()
      return () => {
        throw connection('ECONNRESET')
      }
    case 'cut-body': {
      const { status, body } = answer()
      const whole = JSON.stringify(body)
      return () => new Response(whole.slice(0, whole.length / 2), { status })
    }
    case 'wrong-json':
      answer()
      return () => new Response('{"batchId": ', { status: 200 })
    case 'wrong-shape':
      answer()
      return () => json(200, { result: 'ok' })
    case 'html':
      return () => new Response('<html>Sign in to the guest network</html>', { status: 200 })
    case 'proxy':
      if (fault.done) answer()
      return () =>
        new Response(fault.says === 'page' ? '<html>Access denied</html>' : '', { status: fault.status })
    case 'end-word': {
      const { status, headers, body } = endingWith(fault.word, answer())
      return () => json(status, body, headers)
    }
    case 'expired-token':
      return () => json(unauthorised.status, unauthorised.body)
  }
}

const json = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers })

const connection = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
