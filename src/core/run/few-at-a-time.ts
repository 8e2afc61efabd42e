import type { Gateway } from '../gateway/gateway.ts'

/** The service's limits are not known: three reads at a time, whatever the number of open batches. */
export const mostCallsAtATime = 3

/**
 * The same gateway, whose reads wait for each other and for what is being submitted. Submitting never waits here: its claim
 * is written already, and nothing may come between.
 */
export function fewAtATime(gateway: Gateway): Gateway {
  let underWay = 0
  let waiting: readonly (() => void)[] = []

  const turn = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave)
        underWay++
        resolve()
      }
      // Nobody waits for the answer any more: the gateway sends nothing then, so it takes no turn of others.
      const leave = (): void => {
        waiting = waiting.filter((one) => one !== go)
        go()
      }
      if (underWay < mostCallsAtATime || signal?.aborted) return go()
      signal?.addEventListener('abort', leave, { once: true })
      waiting = [...waiting, go]
    })

  function leaveTurn(): void {
    underWay--
    const [next, ...others] = waiting
    if (!next || underWay >= mostCallsAtATime) return
    waiting = others
    next()
  }

  const inTurn = async <Value>(call: () => Promise<Value>, signal?: AbortSignal): Promise<Value> => {
    await turn(signal)
    return call().finally(leaveTurn)
  }

  return {
    createBatch(region, phones, signal) {
      underWay++
      return gateway.createBatch(region, phones, signal).finally(leaveTurn)
    },
    batchStatus: (batchId, signal) => inTurn(() => gateway.batchStatus(batchId, signal), signal),
    batchSummaries: (signal) => inTurn(() => gateway.batchSummaries(signal), signal),
    tenant: (signal) => inTurn(() => gateway.tenant(signal), signal),
  }
}
