import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import type { RunState, Watching } from '../../../src/shared/run/run-state.ts'
import { bridgeOf } from './page-bridge.ts'

/** The run that main shows, as its events tell it: what the window is compared with. */
export type RunShown = {
  events(): Promise<readonly RunEvent[]>
  state(): Promise<RunState>
  /** Resolves with the state when watching is as wanted; rejects after a minute. */
  until(kind: Watching['kind']): Promise<RunState>
}

export function runShown(page: Page): RunShown {
  const events = (): Promise<readonly RunEvent[]> => bridgeOf(page).value('run:current')
  const state = async (): Promise<RunState> => {
    const shown = replay(await events())
    if (!shown) throw new Error('There is no run')
    return shown
  }
  return {
    events,
    state,
    async until(kind) {
      let last: RunState | undefined
      // A run that was asked for a moment ago may not be there yet.
      const look = async (): Promise<Watching['kind'] | undefined> => {
        last = replay(await events())
        return last?.watching.kind
      }
      if ((await look()) !== kind) await expect.poll(look, { timeout: 60_000, interval: 200 }).toBe(kind)
      return last ?? state()
    },
  }
}
