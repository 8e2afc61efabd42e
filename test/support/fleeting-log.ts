import type { EventLog } from '../../src/core/run/event-log.ts'
import type { RunState } from '../../src/shared/run/run-state.ts'

/**
 * The log, whose newest state can be read until the next event and no longer: code that keeps one, and so would see a run
 * change under its hands, throws. Call the function returned with it at each event.
 */
export function fleetingLog(log: EventLog): { readonly log: EventLog; readonly onEvent: () => void } {
  let given: (() => void)[] = []
  const fleeting = <Item extends object>(of: Item): Item => {
    const { proxy, revoke } = Proxy.revocable(of, {})
    given.push(revoke)
    return proxy
  }
  return {
    log: {
      ...log,
      newest() {
        const state = log.newest()
        if (!state) return undefined
        const { phones, batches } = state
        return fleeting<RunState>({ ...state, phones: fleeting(phones), batches: fleeting(batches) })
      },
    },
    onEvent() {
      for (const revoke of given) revoke()
      given = []
    },
  }
}
