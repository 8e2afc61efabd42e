/** The only value seen to end a batch (the original tool's script); compared without case. */
export const isCompleted = (batchStatus: string): boolean => batchStatus.trim().toLowerCase() === 'completed'

/**
 * Whether the word says that a batch is over. No other than `Completed` is documented, so these are guesses: they
 * may end the watch of a batch whose phones are all through, and never leave a phone without its result.
 */
export const isEndWord = (batchStatus: string): boolean =>
  endWords.has(batchStatus.toLowerCase().replaceAll(/[^a-z]/g, ''))

const endWords: ReadonlySet<string> = new Set([
  ...['completed', 'complete', 'finished', 'done', 'ended', 'succeeded', 'success', 'successful'],
  ...['completedwitherrors', 'completedwithfailures', 'completedwithwarnings', 'completedwithissues'],
  ...['partiallycompleted', 'partiallysucceeded', 'partialsuccess', 'partiallyfailed', 'partialfailure'],
  ...['failed', 'failure', 'error', 'faulted', 'rejected', 'cancelled', 'canceled', 'aborted', 'stopped'],
  ...['terminated', 'expired', 'timedout', 'timeout'],
])
