import process from 'node:process'

/** Does work that Ctrl-C stops by its signal. A second Ctrl-C ends the process at once. */
export async function untilCtrlC<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
  const stop = new AbortController()
  const interrupt = (): void => stop.abort()
  process.once('SIGINT', interrupt)
  try {
    return await work(stop.signal)
  } finally {
    process.removeListener('SIGINT', interrupt)
  }
}
