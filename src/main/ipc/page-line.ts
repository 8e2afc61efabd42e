import type { WebContents } from 'electron'
import type { PushChannel, PushContract } from '../../shared/ipc.ts'

export type Push = <Channel extends PushChannel>(channel: Channel, pushed: PushContract[Channel]) => void

/** Main's side of the push channels. */
export type PageLine = {
  /** Pushes are lost while there is no page. A new page asks for everything. */
  readonly push: Push
  connect(page: Pick<WebContents, 'isDestroyed' | 'send'>): void
}

/** A line that leads nowhere until it is connected to a page. */
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
