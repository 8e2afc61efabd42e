import type {
  Answer,
  Bridge,
  InvokeChannel,
  PushChannel,
  PushContract,
  Request,
} from '../../../src/shared/ipc.ts'
import { fail } from '../../../src/shared/result.ts'

type Answers = {
  readonly [Channel in InvokeChannel]?: (
    request: Request<Channel>,
  ) => Answer<Channel> | Promise<Answer<Channel>>
}

/** A main that the test plays. */
export type FakeBridge = Bridge & {
  readonly asked: readonly { readonly channel: InvokeChannel; readonly request: unknown }[]
  push<Channel extends PushChannel>(channel: Channel, pushed: PushContract[Channel]): void
  listeners(): number
}

export function fakeBridge(answers: Answers = {}): FakeBridge {
  const asked: { channel: InvokeChannel; request: unknown }[] = []
  const listeners = new Set<{ readonly channel: PushChannel; readonly listener: (pushed: never) => void }>()
  return {
    asked,
    async invoke(channel, request) {
      asked.push({ channel, request })
      const answer = answers[channel]
      return answer ? answer(request) : fail({ kind: 'unexpected', message: `No answer to ${channel}.` })
    },
    on(channel, listener) {
      const entry = { channel, listener }
      listeners.add(entry)
      return () => listeners.delete(entry)
    },
    push(channel, pushed) {
      for (const entry of listeners) if (entry.channel === channel) entry.listener(pushed as never)
    },
    listeners: () => listeners.size,
  }
}
