import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { endpointAt, type ServiceParts } from './endpoints.ts'
import type { Faults } from './fault.ts'
import { misbehave } from './misbehave.ts'
import { type Casing, inCasing, type Reply, refusal } from './reply.ts'
import { answerRequest } from './service.ts'

/** Carries requests to the service and its replies back, past the faults that were asked for. */
export function createResponder(options: {
  readonly service: ServiceParts
  readonly casing: Casing
  readonly faults: Faults | undefined
  readonly sleep: ((ms: number) => Promise<void>) | undefined
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const { service, casing, faults, sleep } = options
  const counts = new Map<string, number>()

  return async (request, response) => {
    const { method = '', headers } = request
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://127.0.0.1')
    const nth = (counts.get(`${method} ${path}`) ?? 0) + 1
    counts.set(`${method} ${path}`, nth)
    service.ledger.arrived(endpointAt(path)?.kind ?? 'other', headers)
    const send = ({ status, headers: more, body }: Reply): void => {
      response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8', ...more })
      response.end(JSON.stringify(inCasing(body, casing)))
    }
    try {
      // Reading what isn't there makes a dozen objects for each of the many questions.
      const body = method === 'GET' ? '' : await text(request)
      const answer = (): Reply => answerRequest(service, { method, path, query, headers, body })
      const fault = faults?.({ method, path, nth })
      if (fault) await misbehave(fault, { response, answer, send, sleep })
      else send(answer())
    } catch (error) {
      // A caller may go away. A bug must reach the person who tests.
      if (response.headersSent || request.destroyed) response.destroy()
      else send(refusal(500, 'SimulatorFault', String(error)))
    }
  }
}
