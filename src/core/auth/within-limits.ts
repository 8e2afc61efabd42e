import type { Clock } from '../clock/clock.ts'

export type Ended<Value> =
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timed-out' }

/**
 * Does work that waits for a person. It ends at once when the signal is aborted or the time is up (`limitMs`);
 * the work is then told by its own signal and left to wind up by itself. Never rejects.
 */
export async function withinLimits<Value>(
  limits: { readonly clock: Clock; readonly limitMs: number; readonly signal: AbortSignal },
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Ended<Value>> {
  const { clock, limitMs, signal } = limits
  if (signal.aborted) return { kind: 'cancelled' }
  const stop = new AbortController()
  const over = new AbortController()
  const cancelled = new Promise<Ended<Value>>((resolve) => {
    signal.addEventListener('abort', () => resolve({ kind: 'cancelled' }), { signal: over.signal })
  })
  const late = clock.sleep(limitMs, over.signal).then((): Ended<Value> => ({ kind: 'timed-out' }))
  const worked = work(stop.signal).then(
    (value): Ended<Value> => ({ kind: 'done', value }),
    (error: unknown): Ended<Value> => ({ kind: 'failed', error }),
  )
  const ended = await Promise.race([worked, cancelled, late])
  over.abort()
  if (ended.kind === 'cancelled' || ended.kind === 'timed-out') stop.abort()
  return ended
}
