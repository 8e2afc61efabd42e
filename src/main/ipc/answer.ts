import type { IpcMainInvokeEvent } from 'electron'
import type { Answer, InvokeChannel, Request } from '../../shared/ipc.ts'
import { fail } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { schemas } from './schemas.ts'

/** What the app does for its page, channel by channel. A request has passed its schema when it gets here. */
export type Handlers = {
  readonly [Channel in InvokeChannel]: (
    request: Request<Channel>,
  ) => Answer<Channel> | Promise<Answer<Channel>>
}

export type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

export type AnswerOptions = {
  readonly handlers: Handlers
  readonly isTrusted: (sender: Sender) => boolean
  /** Told of every exception; none of it reaches the page. */
  readonly unexpected: (channel: InvokeChannel, error: unknown) => void
}

/**
 * Answers one request of the page: checks who asks and what, then asks the handler. It never rejects: a
 * foreign sender, a request of the wrong shape and a bug are failures with a kind, too.
 */
export async function answer<Channel extends InvokeChannel>(
  channel: Channel,
  sender: Sender,
  args: readonly unknown[],
  { handlers, isTrusted, unexpected }: AnswerOptions,
): Promise<Answer<Channel>> {
  const { failures } = text.main
  try {
    if (!isTrusted(sender)) return fail({ kind: 'bad-request', ...failures.foreignSender })
    const request = schemas[channel].safeParse(args[0])
    if (args.length > 1 || !request.success) {
      const said = request.error?.issues.find(({ message }) => ownWords.has(message))?.message
      return fail({ kind: 'bad-request', ...(said ? { message: said } : failures.badRequest(channel)) })
    }
    return await handlers[channel](request.data)
  } catch (error) {
    unexpected(channel, error)
    return fail({ kind: 'unexpected', ...failures.unexpected })
  }
}

/** The refusals that say something to the operator; the rest of zod's words are for nobody. */
const ownWords: ReadonlySet<string> = new Set([
  text.main.failures.cellTooLong,
  text.main.failures.tooManyRows,
  text.main.failures.fileTooLarge,
  text.main.failures.clipboardTooLong,
])
