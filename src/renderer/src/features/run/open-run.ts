import { isWatching } from '../../../../shared/run/is-watching.ts'
import type { PastRun } from '../../../../shared/run/past-run.ts'
import { text } from '../../../../shared/text/index.ts'
import { runName } from '../../model/run/run-name.ts'
import { stripWords } from '../../model/run/strip-words.ts'
import { ask, type Desk } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'
import { takeEvents } from '../../stores/open-desk.ts'
import { showAfresh } from '../../stores/view-store.ts'

const { history } = text.window

/**
 * Shows a run of this disk on the page of phones, where it can be exported, retried or watched again. Answers
 * whether it is there.
 */
export async function openRun(desk: Desk, run: PastRun): Promise<boolean> {
  if (desk.history.getState().opening !== undefined) return false
  desk.history.setState({ opening: run.runId })
  const isShown = isWatchedHere(desk, run) || (await fetchRun(desk, run.runId))
  desk.history.setState({ opening: undefined })
  const { state } = desk.run.getState()
  if (!isShown || state?.runId !== run.runId) return false
  showAfresh(desk.view, 'run')
  desk.view.setState({ page: 'phones' })
  announce(desk.live, history.shown(runName(run), stripWords(state).title))
  return true
}

/** What is watched here is told as it happens; with any other run, in view or not, a terminal may have gone on. */
function isWatchedHere(desk: Desk, { runId }: PastRun): boolean {
  const { state } = desk.run.getState()
  return state?.runId === runId && isWatching(state)
}

async function fetchRun(desk: Desk, runId: string): Promise<boolean> {
  const opened = await ask(desk, 'run', 'run:open', { runId })
  if (!opened.ok) return false
  // Its events are being pushed, a moment later and in parts; asked for, they come at once and whole.
  const events = await ask(desk, 'run', 'run:current', undefined)
  if (events.ok) takeEvents(desk, events.value)
  return events.ok
}
