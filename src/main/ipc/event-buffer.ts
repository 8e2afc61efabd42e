import type { RunEvent } from '../../shared/run/events.ts'

export type EventBuffer = {
  add(event: RunEvent): void
  /** Hands over at once what is held back. */
  flush(): void
}

/**
 * Hands events over in batches: a run of 3,000 phones has bursts that would otherwise render the page once an
 * event. What ends the watching waits for nothing.
 */
export function bufferEvents(options: {
  readonly handOver: (events: readonly RunEvent[]) => void
  readonly sleep: (ms: number) => Promise<void>
  readonly pauseMs?: number
}): EventBuffer {
  const { handOver, sleep, pauseMs = 100 } = options
  let held: RunEvent[] = []

  const flush = (): void => {
    if (held.length === 0) return
    const events = held
    held = []
    handOver(events)
  }
  return {
    flush,
    add(event) {
      held.push(event)
      if (event.type === 'WatchStopped' || event.type === 'RunFinished') flush()
      else if (held.length === 1) void sleep(pauseMs).then(flush)
    },
  }
}
