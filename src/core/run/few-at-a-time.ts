import type { Gateway } from '../gateway/gateway.ts'

/** The service's limits are not known: three calls at a time, whatever the number of open batches. */
export const mostCallsAtATime = 3

/** The same gateway, whose calls wait for each other. Submitting goes before reading, for its claim is already written. */
export function fewAtATime(gateway: Gateway): Gateway {
  let underWay = 0
  let waiting: readonly { readonly go: () => void; readonly isFirst: boolean }[] = []

  const turn = (isFirst: boolean, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const waiter = {
        isFirst,
        go() {
          signal?.removeEventListener('abort', leave)
          underWay++
          resolve()
        },
      }
      // Nobody waits for the answer any more: the gateway sends nothing then, so it takes no turn of others.
      const leave = (): void => {
        waiting = waiting.filter((one) => one !== waiter)
        waiter.go()
      }
      if (underWay < mostCallsAtATime || signal?.aborted) return waiter.go()
      signal?.addEventListener('abort', leave, { once: true })
      waiting = [...waiting, waiter]
    })

  async function inTurn<Value>(
    call: () => Promise<Value>,
    signal: AbortSignal | undefined,
    isFirst = false,
  ): Promise<Value> {
    await turn(isFirst, signal)
    try {
      return await call()
    } finally {
      underWay--
      const next = waiting.find((one) => one.isFirst) ?? waiting[0]
      if (next && underWay < mostCallsAtATime) {
        waiting = waiting.filter((one) => one !== next)
        next.go()
      }
    }
  }

  return {
    createBatch: (region, phones, signal) =>
      inTurn(() => gateway.createBatch(region, phones, signal), signal, true),
    batchStatus: (batchId, signal) => inTurn(() => gateway.batchStatus(batchId, signal), signal),
    batchSummaries: (signal) => inTurn(() => gateway.batchSummaries(signal), signal),
    tenant: (signal) => inTurn(() => gateway.tenant(signal), signal),
  }
}
