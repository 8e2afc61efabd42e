import type { WebContents, WebFrameMain } from 'electron'
import type { Sender } from './answer.ts'

/**
 * Whether a request comes from the app's own page: the top frame of its window, with the app's address in it
 * (Electron, "Security", point 17). `originOf` reads the origin of an address.
 */
export function isOwnPage(
  { sender, senderFrame }: Sender,
  page: {
    readonly contents: Pick<WebContents, 'id' | 'mainFrame'> | undefined
    readonly origin: string
    readonly originOf: (address: string) => string | undefined
  },
): boolean {
  return (
    page.contents !== undefined &&
    senderFrame !== null &&
    sender.id === page.contents.id &&
    isSameFrame(senderFrame, page.contents.mainFrame) &&
    page.originOf(senderFrame.url) === page.origin
  )
}

// Electron makes several objects for one frame; the ID of the frame's tree node is fixed for its lifetime.
const isSameFrame = (a: WebFrameMain, b: WebFrameMain): boolean => a.frameTreeNodeId === b.frameTreeNodeId
