import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'
import { loadRuns } from '../../stores/load.ts'

const { claimed: words } = text.window.run.confirm

/** Has a stopped run give up the phones that it has yet to submit (`phones`), so that they can be part of another. */
export async function releaseQueued(desk: Desk, runId: string, phones: number): Promise<void> {
  const answer = await ask(desk, 'run', 'run:discard-queued', { runId })
  await loadRuns(desk)
  if (answer.ok) announce(desk.live, words.released(phones))
}

/** Leaves the question and shows the run among those of this computer. */
export function showInHistory(desk: Desk, runId: string): void {
  desk.history.setState({ tab: 'runs', run: { id: runId, focus: true } })
  desk.view.setState({ dialog: undefined, page: 'history' })
}
