import { ipcMain } from 'electron'
import { type Answer, type InvokeChannel, invokeChannels } from '../../shared/ipc.ts'
import type { Sender } from './answer.ts'

/** Answers one request of the page. `isTrusted` tells what was found of the sender when the request came. Never rejects. */
export type AnswerPage = (
  channel: InvokeChannel,
  sender: Sender,
  args: readonly unknown[],
  isTrusted: () => boolean,
) => Promise<Answer<InvokeChannel>>

/**
 * Opens every channel of the contract to the page. No other code listens to it. What the page asks before the app can answer
 * waits; who asks is looked at at once, for a frame may be another page's a moment later.
 */
export function registerHandlers(options: {
  readonly isTrusted: (sender: Sender) => boolean
  readonly answer: Promise<AnswerPage>
}): void {
  for (const channel of invokeChannels)
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      const isTrusted = lookedAt(() => options.isTrusted(event))
      const answer = await options.answer
      return answer(channel, event, args, isTrusted)
    })
}

/** Looks now, and tells later. */
function lookedAt(look: () => boolean): () => boolean {
  try {
    const found = look()
    return () => found
  } catch (error) {
    return () => {
      throw error
    }
  }
}
