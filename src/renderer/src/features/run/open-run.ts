import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { runName } from '../../model/run/run-name.ts'
import { stripWords } from '../../model/run/strip-words.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { takeEvents } from '../../stores/follow-run.ts'
import { announce } from '../../stores/live-store.ts'
import { showAfresh } from '../../stores/view-store.ts'

const history = text.window.history

/**
 * Shows a run of this disk on the page of phones, where it can be exported, retried or resumed. Answers
 * whether it is there.
 */
export async function openRun(stores: AppStores, run: PastRun): Promise<boolean> {
  if (stores.history.getState().opening !== undefined) return false
  stores.history.setState({ opening: run.runId })
  const isShown = isWatchedHere(stores, run) || (await fetchRun(stores, run.runId))
  stores.history.setState({ opening: undefined })
  const { state } = stores.run.getState()
  if (!isShown || state?.runId !== run.runId) return false
  showAfresh(stores.view, 'run')
  stores.view.setState({ page: 'phones' })
  announce(stores.live, history.shown(runName(run), stripWords(state).title))
  return true
}

/** A run that is watched here is up to date. A terminal may have continued any other run, shown or not. */
function isWatchedHere(stores: AppStores, { runId }: PastRun): boolean {
  const { state } = stores.run.getState()
  return state?.runId === runId && isWatching(state)
}

async function fetchRun(stores: AppStores, runId: string): Promise<boolean> {
  const opened = await ask(stores, 'run', 'run:open', { runId })
  if (!opened.ok) return false
  // Its events are being pushed, a moment later and in parts; asked for, they come at once and whole.
  const events = await ask(stores, 'run', 'run:current', undefined)
  if (events.ok) takeEvents(stores, events.value)
  return events.ok
}
