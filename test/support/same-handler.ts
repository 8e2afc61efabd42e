import type { Handlers } from '../../src/main/ipc/answer.ts'
import { invokeChannels } from '../../src/shared/ipc.ts'

/** One handler for every channel. */
export const sameHandler = (handler: (request: unknown) => unknown): Handlers =>
  Object.fromEntries(invokeChannels.map((channel) => [channel, handler])) as unknown as Handlers
