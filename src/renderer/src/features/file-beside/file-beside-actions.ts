import type { FileBeside } from '../../../../shared/policy.ts'
import { text } from '../../../../shared/text/index.ts'
import { ask, type Desk } from '../../stores/desk.ts'
import { announce } from '../../stores/live-store.ts'

const { fileBeside: words } = text.window

/** Has the file be used or ignored, from now on. A failure is told, and the question is over all the same. */
export async function answerFileBeside(desk: Desk, { sha256 }: FileBeside, use: boolean): Promise<void> {
  const answer = await ask(desk, 'settings', 'settings:answer-file-beside', { sha256, use })
  if (answer.ok) {
    desk.settings.setState(answer.value, true)
    announce(desk.live, words.announce[use ? 'use' : 'ignore'])
  }
  leaveFileBeside(desk)
}

/** Decides nothing: the file is not used, and the question comes again when the app is opened anew. */
export function leaveFileBeside(desk: Desk): void {
  desk.view.setState({ fileBeside: 'closed' })
}

export function reviewFileBeside(desk: Desk): void {
  desk.view.setState({ fileBeside: 'open' })
}
