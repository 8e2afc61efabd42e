import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'
import { loadRuns } from '../../stores/load-history.ts'

const { claimed: words } = text.window.run.confirm

/** Has a stopped run give up the phones that it has yet to submit (`phones`), so that they can be part of another. */
export async function releaseQueued(stores: AppStores, runId: string, phones: number): Promise<void> {
  const answer = await ask(stores, 'run', 'run:discard-queued', { runId })
  await loadRuns(stores)
  if (answer.ok) announce(stores.live, words.released(phones))
}

/** Leaves the question and shows the run among those of this computer. */
export function showInHistory(stores: AppStores, runId: string): void {
  stores.history.setState({ tab: 'runs', run: { id: runId, focus: true } })
  stores.view.setState({ dialog: undefined, page: 'history' })
}
