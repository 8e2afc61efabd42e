import { systemClock } from '../main/clock/clock.ts'
import { serviceBaseUrl } from '../main/gateway/address.ts'
import { createGateway } from '../main/gateway/client.ts'
import type { Session } from '../main/run/session.ts'
import { fail } from '../shared/result.ts'
import type { RunState } from '../shared/run/run-state.ts'
import { text } from '../shared/text/index.ts'
import { userAgent } from './user-agent.ts'

/** The session of a run that is over: it has no tokens, so nothing can be sent with it. */
export function closedSession({ tenant, operator }: RunState): Session {
  const tokens = async () => fail({ message: text.gateway.failures.expired })
  return {
    tenant,
    operator,
    gateway: createGateway({ baseUrl: serviceBaseUrl, fetch, userAgent, tokens }),
    clock: systemClock,
    end: async () => {},
  }
}
