import type { EventEmitter } from 'node:events'

/**
 * Keeps electron-updater from reading more of an answer than a feed can have: it takes whatever comes into memory,
 * without an end. Downloads go another way, to the disk, and are checked there. The way in is not documented
 * (builder-util-runtime, HttpExecutor.handleResponse), so a test shows that it is still there.
 */
export function limitAnswers(updater: object): void {
  const { httpExecutor: executor } = updater as { readonly httpExecutor: Executor }
  const handle = executor.handleResponse
  executor.handleResponse = (response, options, cancellation, resolve, reject, ...rest) => {
    let size = 0
    response.on('data', (chunk: { readonly length: number }) => {
      size += chunk.length
      if (size <= largest) return
      reject(new Error('The answer about updates is too large'))
      cancellation.cancel()
    })
    handle.call(executor, response, options, cancellation, resolve, reject, ...rest)
  }
}

/** GitHub's feed of the last ten releases has their notes in full; in characters. */
const largest = 2 * 1024 * 1024

type Executor = {
  handleResponse: (
    response: EventEmitter,
    options: unknown,
    cancellation: { cancel(): void },
    resolve: (answer: unknown) => void,
    reject: (error: Error) => void,
    ...rest: readonly unknown[]
  ) => void
}
