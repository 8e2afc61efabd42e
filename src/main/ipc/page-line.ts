import type { WebContents } from 'electron'
import type { PushChannel, PushContract } from '../../shared/ipc.ts'

export type Push = <Channel extends PushChannel>(channel: Channel, pushed: PushContract[Channel]) => void

/** What main says to the page unasked. */
export type PageLine = {
  /** Is lost while there is no page: a page asks for everything when it comes. */
  readonly push: Push
  connect(page: Pick<WebContents, 'isDestroyed' | 'send'>): void
}

export function createPageLine(): PageLine {
  let page: Pick<WebContents, 'isDestroyed' | 'send'> | undefined
  return {
    push(channel, pushed) {
      if (page && !page.isDestroyed()) page.send(channel, pushed)
    },
    connect(to) {
      page = to
    },
  }
}
