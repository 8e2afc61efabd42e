import type { Page } from 'playwright-core'
// What the page knows its window to have.
import type {} from '../../../src/renderer/src/bridge.ts'
import type {
  Answer,
  InvokeChannel,
  InvokeContract,
  PushChannel,
  PushContract,
} from '../../../src/shared/ipc.ts'

type Value<Channel extends InvokeChannel> = InvokeContract[Channel]['answer']

/** The contract as the page sees it, through its own bridge. */
export type PageBridge = {
  /** `request` is any value that a script of the page might send. */
  invoke<Channel extends InvokeChannel>(channel: Channel, request?: unknown): Promise<Answer<Channel>>
  /** The value of an answer that must be a success. */
  value<Channel extends InvokeChannel>(channel: Channel, request?: unknown): Promise<Value<Channel>>
  /** Listens from now on. The function returned tells what has been pushed since. */
  listen<Channel extends PushChannel>(channel: Channel): Promise<Heard<Channel>>
}

export type Heard<Channel extends PushChannel> = {
  pushed(): Promise<readonly PushContract[Channel][]>
  end(): Promise<void>
}

type Listening = { readonly pushed: unknown[]; readonly end: () => void }
declare global {
  interface Window {
    listening?: Listening[]
  }
}

export function bridgeOf(page: Page): PageBridge {
  const invoke: PageBridge['invoke'] = (channel, request) =>
    page.evaluate(([channel, request]) => window.bulkSignIn.invoke(channel as never, request as never), [
      channel,
      request,
    ] as const)

  return {
    invoke,
    async value(channel, request) {
      const answer = await invoke(channel, request)
      if (!answer.ok) throw new Error(`${channel}: ${answer.failure.message}`)
      return answer.value as never
    },
    async listen(channel) {
      const index = await page.evaluate((channel) => {
        const pushed: unknown[] = []
        window.listening ??= []
        return (
          window.listening.push({ pushed, end: window.bulkSignIn.on(channel, (one) => pushed.push(one)) }) - 1
        )
      }, channel)
      return {
        pushed: () =>
          page.evaluate((index) => window.listening?.[index]?.pushed ?? [], index) as Promise<never>,
        end: () => page.evaluate((index) => window.listening?.[index]?.end(), index),
      }
    },
  }
}
