/**
 * What the work answers, and how long the processor was at it for this thread, in ms. Unlike the time by the clock that
 * stays about the same on a busy computer: it tells a task of seconds from one without end.
 */
export function withCpuTime<Value>(work: () => Value): { readonly value: Value; readonly ms: number } {
  const before = process.threadCpuUsage()
  const value = work()
  const { user, system } = process.threadCpuUsage(before)
  return { value, ms: (user + system) / 1000 }
}
