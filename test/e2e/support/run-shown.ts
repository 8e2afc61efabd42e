import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright-core'
// What the page knows its window to have.
import type {} from '../../../src/renderer/src/bridge.ts'
import type { RunEvent } from '../../../src/shared/run/events.ts'
import { replay } from '../../../src/shared/run/reducer.ts'
import type { RunState } from '../../../src/shared/run/run-state.ts'

/** The run that main shows, as its events tell it: what the window is compared with. */
export type RunShown = {
  events(): Promise<readonly RunEvent[]>
  state(): Promise<RunState>
  /** Resolves with the state when watching is as wanted; rejects after two minutes. */
  until(kind: keyof typeof ends): Promise<RunState>
  /** The same for the run that takes the place of this one; of `undefined`, for the first. */
  untilNextFinished(runId: string | undefined): Promise<RunState>
  /** Resolves when the service has taken so many batches of it: from then on time makes a difference to them. */
  untilSubmitted(batches: number): Promise<RunState>
}

const ends = { finished: 'RunFinished', stopped: 'WatchStopped' } as const
const patienceMs = 120_000

export function runShown(page: Page): RunShown {
  const events = async (): Promise<readonly RunEvent[]> => JSON.parse(await page.evaluate(currentAsText))
  const state = async (): Promise<RunState> => {
    const shown = replay(await events())
    if (!shown) throw new Error('There is no run')
    return shown
  }
  async function until(what: string, happens: Expected): Promise<RunState> {
    const told = page.evaluate(untilTold, happens).then(() => true)
    const isSo = await Promise.race([told, wait(patienceMs, false, { ref: false })])
    const shown = await state()
    if (isSo) return shown
    throw new Error(`Not ${what} within ${patienceMs / 1000} seconds: ${JSON.stringify(shown.watching)}`)
  }
  return {
    events,
    state,
    until: (kind) => until(kind, { last: ends[kind] }),
    untilNextFinished: (runId) => until('finished', { last: ends.finished, after: runId }),
    untilSubmitted: (batches) =>
      until(`${batches} batches submitted`, { type: 'BatchSubmitted', times: batches }),
  }
}

/** Runs in the page. As text, because the thousands of values of a run would be carried one by one. */
async function currentAsText(): Promise<string> {
  const current = await window.bulkSignIn.invoke('run:current', undefined)
  if (!current.ok) throw new Error(`run:current: ${current.failure.message}`)
  return JSON.stringify(current.value)
}

type Expected =
  /** `after`: of another run than this one. */
  | { readonly last: RunEvent['type']; readonly after?: string | undefined }
  | { readonly type: RunEvent['type']; readonly times: number }

/** Runs in the page, which is told of every event. A run that was asked for a moment ago may not be there yet. */
function untilTold(awaited: Expected): Promise<void> {
  return new Promise((resolve) => {
    const look = async (): Promise<void> => {
      const current = await window.bulkSignIn.invoke('run:current', undefined)
      if (!current.ok) return
      const happened = current.value
      const [started] = happened
      const isSo =
        'last' in awaited
          ? happened.at(-1)?.type === awaited.last &&
            started?.type === 'RunStarted' &&
            started.runId !== awaited.after
          : happened.filter(({ type }) => type === awaited.type).length >= awaited.times
      if (!isSo) return
      end()
      resolve()
    }
    const type = 'last' in awaited ? awaited.last : awaited.type
    const end = window.bulkSignIn.on('run:events', (told) => {
      if (told.some((event) => event.type === type)) void look()
    })
    void look()
  })
}
