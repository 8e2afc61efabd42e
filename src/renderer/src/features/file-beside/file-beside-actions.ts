import type { FileBeside } from '../../../../shared/policy.ts'
import { text } from '../../../../shared/text/index.ts'
import { type AppStores, ask } from '../../stores/app-stores.ts'
import { announce } from '../../stores/live-store.ts'

const words = text.window.fileBeside

/** Uses or ignores the file from now on. On failure the app says so and closes the question anyway. */
export async function answerFileBeside(
  stores: AppStores,
  { sha256 }: FileBeside,
  use: boolean,
): Promise<void> {
  const answer = await ask(stores, 'settings', 'settings:answer-file-beside', { sha256, use })
  if (answer.ok) {
    stores.settings.setState(answer.value, true)
    announce(stores.live, words.announce[use ? 'use' : 'ignore'])
  }
  leaveFileBeside(stores)
}

/** Decides nothing: the file isn't used, and the question comes again at the next start of the app. */
export function leaveFileBeside(stores: AppStores): void {
  stores.view.setState({ fileBeside: 'closed' })
}

export function reviewFileBeside(stores: AppStores): void {
  stores.view.setState({ fileBeside: 'open' })
}
