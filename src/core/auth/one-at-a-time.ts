/**
 * Runs one piece of work at a time: callers that come meanwhile get the same outcome. An abort by any of them
 * stops it for all.
 */
export function oneAtATime<Value>(): (
  signal: AbortSignal | undefined,
  begin: (signal: AbortSignal) => Promise<Value>,
) => Promise<Value> {
  let current: { readonly outcome: Promise<Value>; readonly stop: AbortController } | undefined

  return async (signal, begin) => {
    // Nobody joins work that is being stopped.
    if (current?.stop.signal.aborted) current = undefined
    const stop = current?.stop ?? new AbortController()
    const abort = (): void => stop.abort()
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    current ??= { stop, outcome: begin(stop.signal) }
    const mine = current
    try {
      return await mine.outcome
    } finally {
      signal?.removeEventListener('abort', abort)
      if (current === mine) current = undefined
    }
  }
}
