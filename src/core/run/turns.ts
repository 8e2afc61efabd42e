import type { Gateway } from '../gateway/gateway.ts'

/** The service's limits are not known: three calls at a time, whatever the number of open batches. */
export const mostCallsAtATime = 3

/** The calls that only read. A submission isn't among them: it needs its turn before its claim is written. */
export type Reads = Pick<Gateway, 'batchStatus' | 'batchSummaries'>

export type Turns = {
  /** Each of these calls waits for a turn of its own. */
  readonly reads: Reads
  /**
   * Calls that are made one after another, in one turn: nothing comes between them. The work begins at once where `signal`
   * is aborted, and then makes no call.
   */
  take<Value>(work: (turn: Turn) => Promise<Value>, signal: AbortSignal): Promise<Value>
}

export type Turn = {
  /** Its calls wait for nothing. One at a time. */
  readonly gateway: Gateway
  /** Leaves the turn to others for as long as `wait` takes, and then waits for the next one. */
  rest(wait: () => Promise<void>): Promise<void>
}

/** First come, first served. Code that has a turn must not wait for another turn. */
export function createTurns(gateway: Gateway): Turns {
  let underWay = 0
  let waiting: readonly (() => void)[] = []

  const enter = (signal: AbortSignal | undefined): Promise<void> =>
    new Promise((resolve) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leaveQueue)
        underWay++
        resolve()
      }
      // Nobody waits for the answer any more: nothing is sent then, so it takes no turn of others.
      const leaveQueue = (): void => {
        waiting = waiting.filter((one) => one !== go)
        go()
      }
      if (underWay < mostCallsAtATime || signal?.aborted) return go()
      signal?.addEventListener('abort', leaveQueue, { once: true })
      waiting = [...waiting, go]
    })

  function leave(): void {
    underWay--
    const [next, ...others] = waiting
    if (!next || underWay >= mostCallsAtATime) return
    waiting = others
    next()
  }

  const inTurn = async <Value>(
    call: () => Promise<Value>,
    signal: AbortSignal | undefined,
  ): Promise<Value> => {
    await enter(signal)
    return call().finally(leave)
  }

  return {
    reads: {
      batchStatus: (batchId, signal) => inTurn(() => gateway.batchStatus(batchId, signal), signal),
      batchSummaries: (signal) => inTurn(() => gateway.batchSummaries(signal), signal),
    },
    take: (work, signal) =>
      inTurn(
        () =>
          work({
            gateway,
            async rest(wait) {
              leave()
              await wait().finally(() => enter(signal))
            },
          }),
        signal,
      ),
  }
}
