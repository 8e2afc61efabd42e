import type { IpcMainInvokeEvent } from 'electron'
import type { Answer, InvokeChannel, Request } from '../../shared/ipc.ts'
import { maxListMegabytes } from '../../shared/phones/list-limit.ts'
import { fail } from '../../shared/result.ts'
import { text } from '../../shared/text/index.ts'
import { type Oversize, schemas } from './schemas.ts'

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
      const tooLarge = request.error?.issues.map(({ message }) => oversize.get(message)).find(Boolean)
      return fail({ kind: 'bad-request', ...(tooLarge?.() ?? failures.badRequest(channel)) })
    }
    return await handlers[channel](request.data)
  } catch (error) {
    unexpected(channel, error)
    return fail({ kind: 'unexpected', ...failures.unexpected })
  }
}

/** The refusals that say something to the operator, by the code in the schema; the rest of zod's words are for nobody. */
const oversize: ReadonlyMap<string, () => { readonly message: string }> = new Map(
  Object.entries({
    cellTooLong: () => ({ message: text.main.failures.cellTooLong }),
    tooManyRows: () => ({ message: text.main.failures.tooManyRows }),
    fileTooLarge: () => ({ message: text.main.failures.fileTooLarge(maxListMegabytes) }),
    clipboardTooLong: () => ({ message: text.main.failures.clipboardTooLong }),
  } satisfies Record<Oversize, () => object>),
)
