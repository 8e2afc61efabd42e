/**
 * A signal that is aborted as soon as one of these is; `release` lets go of them. (Of each signal that AbortSignal.any
 * makes, V8 keeps all that hangs on it until its next large collection: in a long run, some kilobytes for each call.)
 */
export function firstAborted(...signals: readonly AbortSignal[]): {
  readonly signal: AbortSignal
  release(): void
} {
  const first = new AbortController()
  const release = (): void => {
    for (const signal of signals) signal.removeEventListener('abort', abort)
  }
  function abort(this: AbortSignal): void {
    release()
    first.abort(this.reason)
  }
  for (const signal of signals) {
    if (signal.aborted) abort.call(signal)
    else signal.addEventListener('abort', abort)
  }
  if (first.signal.aborted) release()
  return { signal: first.signal, release }
}
