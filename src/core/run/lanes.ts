/** Lanes that have nothing to do wait here for each other's news. */
export type Lanes = {
  /** Waits until something has changed. Answers false once no lane has anything to do any more, or all are stopped. */
  wait(): Promise<boolean>
  /** Something has changed: each waiting lane looks again for what it can do. */
  changed(): void
  /** One lane ends. */
  leave(): void
}

/** For that many lanes. All of them waiting at the same time means that only somebody else could bring news. */
export function createLanes(count: number, stopped: AbortSignal): Lanes {
  let present = count
  let isOver = false
  let waiting: (() => void)[] = []

  const wakeAll = (): void => {
    const woken = waiting
    waiting = []
    for (const wake of woken) wake()
  }
  const endIfIdle = (): void => {
    if (waiting.length < present) return
    isOver = true
    wakeAll()
  }
  stopped.addEventListener('abort', wakeAll, { once: true })
  return {
    async wait() {
      if (isOver || stopped.aborted) return false
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        endIfIdle()
      })
      return !isOver && !stopped.aborted
    },
    changed: wakeAll,
    leave() {
      present -= 1
      endIfIdle()
    },
  }
}
