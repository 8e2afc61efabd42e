import type { Clock } from '../../src/core/clock/clock.ts'
import type { Fetch } from '../../src/core/network/fetch.ts'

/** A process that may be killed at any step; nothing that was under way ever comes back to it after that. */
export type Life = {
  isAlive(): boolean
  /** Answers whether it is still alive after one more step. */
  step(): boolean
  /** Of work of this life: neither resolves nor rejects once it is dead. */
  whileAlive<Value>(work: Promise<Value>): Promise<Value>
  readonly clock: Clock
  fetch(send: Fetch): Fetch
  /** Resolves when it is killed. */
  readonly death: Promise<void>
}

/** It is killed at that step, counted from 1. */
export function oneLife(clock: Clock, killedAt: number): Life {
  const dying = new AbortController()
  const death = new Promise<void>((resolve) => dying.signal.addEventListener('abort', () => resolve()))
  const isAlive = (): boolean => !dying.signal.aborted
  let steps = 0
  const step = (): boolean => {
    if (isAlive() && ++steps >= killedAt) dying.abort()
    return isAlive()
  }
  const whileAlive = <Value>(work: Promise<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      work.then(
        (value) => isAlive() && resolve(value),
        (error) => isAlive() && reject(error),
      )
    })
  return {
    isAlive,
    step,
    whileAlive,
    death,
    clock: {
      ...clock,
      // The sleep of the dead must not make time pass.
      sleep: (ms, signal) =>
        whileAlive(clock.sleep(ms, signal ? AbortSignal.any([signal, dying.signal]) : dying.signal)),
    },
    fetch: (send) => (address, init) =>
      step()
        ? whileAlive(
            send(address, init).then((response) => {
              step()
              return response
            }),
          )
        : new Promise(() => {}),
  }
}
